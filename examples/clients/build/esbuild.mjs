/**
 * An esbuild plugin that takes `names` (one of those in names.mjs) from where they say.
 *
 * @param {import('./names.mjs').Names} names
 * @returns {import('esbuild').Plugin}
 */
export function provide(names) {
  const lines = Object.entries(names).map(([name, [from, what]]) => `export { ${what} as '${name}' } from '${from}';`);
  return {
    name: 'provide',
    setup(build) {
      const { initialOptions } = build;
      const resolveDir = initialOptions.absWorkingDir ?? process.cwd();
      initialOptions.inject = [...(initialOptions.inject ?? []), 'provide:names'];
      build.onResolve({ filter: /^provide:/ }, ({ path }) => ({ path, namespace: 'provide', sideEffects: false }));
      build.onLoad({ filter: /./, namespace: 'provide' }, () => ({ contents: lines.join('\n'), resolveDir }));
    },
  };
}
