// @ts-check
/**
 * The command line.
 *
 * @typedef {{ html: string, quiet: boolean, help: boolean }} Options
 */

export const HELP = `Usage: npm run demo -- [options]

A real server and three emulated mini programs live through a story of troubles, in about 30 seconds.

  --html FILE   where to write the timeline as a page (demo-report/timeline.html)
  --quiet       no live timeline, only the tables and the verdict
  --help        this text

Exit code: 0 when every link came back and every message arrived at most once and in order, 1 when not,
2 when it was called wrongly.`;

/** What the caller did wrong, in a sentence. */
export class UsageError extends Error {}

/** @param {string[]} words @param {string} html where the page goes unless told @returns {Options} */
export function readOptions(words, html) {
  const options = { html, quiet: false, help: false };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--quiet') options.quiet = true;
    else if (word === '--help' || word === '-h') options.help = true;
    else if (word === '--html') options.html = fileName(rest.shift());
    else if (word.startsWith('--html=')) options.html = fileName(word.slice('--html='.length));
    else throw new UsageError(`There is no option "${word}". The options are --html FILE, --quiet and --help.`);
  }
  return options;
}

/** @param {string | undefined} word */
function fileName(word) {
  if (word && !word.startsWith('--')) return word;
  throw new UsageError('--html needs the name of a file, as in --html timeline.html.');
}
