// @ts-check
/**
 * The fields of package.json that follow from the platform folders.
 *
 * @param {import('../manifest.mjs').Platform[]} platforms
 */
export function packageFields(platforms) {
  const entries = platforms.map(({ entry }) => entry).sort((a, b) => Number(b === 'index') - Number(a === 'index'));
  const subpaths = entries.filter((entry) => entry !== 'index');
  return {
    main: './dist/index.js',
    module: './dist/index.mjs',
    types: './dist/index.d.ts',
    miniprogram: 'dist',
    exports: {
      ...Object.fromEntries(entries.map((entry) => [entry === 'index' ? '.' : `./${entry}`, conditions(entry)])),
      './dist/*': './dist/*',
      './package.json': './package.json',
    },
    files: ['dist', ...subpaths],
    sideEffects: false,
  };
}

/**
 * Each form with its own types. No `browser` condition: Taro, uni-app and mpx have it active for mini programs too.
 *
 * @param {string} entry
 */
function conditions(entry) {
  return {
    import: { types: `./dist/${entry}.d.mts`, default: `./dist/${entry}.mjs` },
    require: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
  };
}

/**
 * package.json with its derived fields as they should be, in the order it has.
 *
 * @param {string} text
 * @param {import('../manifest.mjs').Platform[]} platforms
 */
export function derivePackage(text, platforms) {
  return `${JSON.stringify({ ...JSON.parse(text), ...packageFields(platforms) }, null, 2)}\n`;
}

/**
 * The package.json of the folder that stands for a subpath where `exports` is not read: webpack 4, TypeScript's node10.
 *
 * @param {string} entry
 */
export function stubPackage(entry) {
  const stub = {
    main: `../dist/${entry}.js`,
    module: `../dist/${entry}.mjs`,
    types: `../dist/${entry}.d.ts`,
    sideEffects: false,
  };
  return `${JSON.stringify(stub, null, 2)}\n`;
}
