// @ts-check
import { gzipSync } from 'node:zlib';

/**
 * The size of what a minified bundle costs to download, beside its budget.
 *
 * @param {{ entry: string, code: string }[]} bundles
 * @param {Record<string, number>} budgets bytes by entry
 * @returns {{ table: string, problems: string[] }}
 */
export function weigh(bundles, budgets) {
  const rows = bundles.map(({ entry, code }) => {
    const size = gzipSync(code, { level: 9 }).length;
    const budget = budgets[entry];
    return { entry, size, budget, excess: budget === undefined ? 0 : size - budget };
  });
  const table = rows
    .map(({ entry, size, budget, excess }) => {
      const room =
        budget === undefined ? 'no budget' : `of ${budget}, ${excess > 0 ? `${excess} over` : `${-excess} left`}`;
      return `  ${`${entry}.min.js`.padEnd(16)} ${String(size).padStart(5)} bytes gzip -9 (${room})`;
    })
    .join('\n');
  const problems = rows
    .filter(({ excess }) => excess > 0)
    .map(
      ({ entry, size, budget }) =>
        `dist/${entry}.min.js has ${size} bytes, budget ${budget} (package.json, "budgets").`,
    );
  return { table, problems };
}
