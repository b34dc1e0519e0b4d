// @ts-check
import { gzipSync } from 'node:zlib';

/** @param {string} code */
export const gzipped = (code) => gzipSync(code, { level: 9 }).length;

/**
 * The size of what a minified bundle costs to download, beside its budget.
 *
 * @param {{ entry: string, code: string }[]} bundles
 * @param {Record<string, number>} budgets bytes by bundle
 * @returns {{ table: string, problems: string[] }}
 */
export function weigh(bundles, budgets) {
  const rows = bundles.map(({ entry, code }) => {
    const size = gzipped(code);
    const budget = budgets[entry];
    return { entry, size, budget, excess: budget === undefined ? 0 : size - budget };
  });
  const width = Math.max(...rows.map(({ entry }) => `${entry}.min.js`.length));
  const table = rows
    .map(({ entry, size, budget, excess }) => {
      const room =
        budget === undefined ? 'no budget' : `of ${budget}, ${excess > 0 ? `${excess} over` : `${-excess} left`}`;
      return `  ${`${entry}.min.js`.padEnd(width)} ${String(size).padStart(5)} bytes gzip -9 (${room})`;
    })
    .join('\n');
  const problems = rows.flatMap(({ entry, size, budget, excess }) => {
    const has = `dist/${entry}.min.js has ${size} bytes`;
    if (budget === undefined) return [`${has} and no budget: add "${entry}": ${size} to "budgets" in package.json.`];
    return excess > 0 ? [`${has}, budget ${budget} (package.json, "budgets").`] : [];
  });
  return { table, problems };
}
