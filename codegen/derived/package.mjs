// @ts-check
/**
 * The fields of package.json that follow from the bundles.
 *
 * @param {import('../bundles.mjs').Bundle[]} bundles
 */
export function packageFields(bundles) {
  return {
    main: './dist/index.js',
    module: './dist/index.mjs',
    types: './dist/index.d.ts',
    miniprogram: 'dist',
    exports: {
      ...Object.fromEntries(bundles.map(({ name, subpath }) => [subpath ? `./${subpath}` : '.', conditions(name)])),
      './dist/*': './dist/*',
      './package.json': './package.json',
    },
    files: ['dist', ...stubFolders(bundles)],
    sideEffects: false,
  };
}

/**
 * The folders at the top that hold the stubs of subpaths.
 *
 * @param {import('../bundles.mjs').Bundle[]} bundles
 */
export function stubFolders(bundles) {
  return [...new Set(bundles.map(({ subpath }) => subpath.split('/')[0]))].filter(Boolean);
}

/**
 * Each form with its own types. No `browser` condition: Taro, uni-app and mpx have it active for mini programs too.
 *
 * @param {string} name
 */
function conditions(name) {
  return {
    import: { types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` },
    require: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  };
}

/**
 * package.json with its derived fields as they should be, in the order it has.
 *
 * @param {string} text
 * @param {import('../bundles.mjs').Bundle[]} bundles
 */
export function derivePackage(text, bundles) {
  return `${JSON.stringify({ ...JSON.parse(text), ...packageFields(bundles) }, null, 2)}\n`;
}

/**
 * The package.json of the folder that stands for a subpath where `exports` is not read: webpack 4, TypeScript's node10.
 *
 * @param {import('../bundles.mjs').Bundle} bundle
 */
export function stubPackage({ name, subpath }) {
  const dist = `${'../'.repeat(subpath.split('/').length)}dist`;
  const stub = {
    main: `${dist}/${name}.js`,
    module: `${dist}/${name}.mjs`,
    types: `${dist}/${name}.d.ts`,
    sideEffects: false,
  };
  return `${JSON.stringify(stub, null, 2)}\n`;
}
