// @ts-check
/**
 * Where the text goes: a terminal with its colours and width, or a plain file.
 *
 * @typedef {import('./narrator.mjs').Tone | 'strong'} Paint
 * @typedef {ReturnType<typeof createScreen>} Screen
 */

const PLAIN_WIDTH = 110;
const NARROWEST = 60;
const WIDEST = 150;

/** @type {Record<Paint, string>} */
const CODES = { good: '32', busy: '36', bad: '31', quiet: '2', strong: '1' };

/**
 * @param {{ isTTY?: boolean, columns?: number, write: (text: string) => unknown }} stream
 * @param {Record<string, string | undefined>} [environment]
 */
export function createScreen(stream, environment = process.env) {
  const isColoured = Boolean(stream.isTTY) && !environment.NO_COLOR;
  const width = Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? PLAIN_WIDTH));
  const paint = (/** @type {Paint} */ colour, /** @type {string} */ text) =>
    isColoured && text ? `\x1b[${CODES[colour]}m${text}\x1b[0m` : text;

  return {
    width,
    paint,
    /** A heading across the whole width. @param {string} heading */
    rule: (heading) => paint('strong', `── ${heading} `.padEnd(width, '─')),
    /** @param {string} line */
    print: (line) => void stream.write(`${line}\n`),
  };
}
