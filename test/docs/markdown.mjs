// @ts-check
/**
 * The parts of a Markdown page that can be checked. Enough for our own pages, not a Markdown parser.
 *
 * @typedef {{ language: string, code: string }} Fence
 * @typedef {{ level: number, text: string }} Heading
 * @typedef {{ headings: Heading[], tables: string[][][], fences: Fence[], links: string[], spans: string[] }} Page
 */

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const SPAN = /`([^`]+)`/g;

/**
 * @param {string} text
 * @returns {Page}
 */
export function readPage(text) {
  const fences = [...text.matchAll(FENCE)].map(([, language, code]) => ({ language, code }));
  const prose = text.replace(FENCE, '').replace(/<!-- platforms:start -->[\s\S]*<!-- platforms:end -->/, '');
  const lines = prose.split('\n');
  return {
    fences,
    headings: lines.filter((line) => /^#+ /.test(line)).map(readHeading),
    tables: readTables(lines),
    links: [...prose.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]),
    spans: codeSpans(prose),
  };
}

/**
 * The code spans of a piece of text: what a translation must leave alone.
 *
 * @param {string} text
 */
export function codeSpans(text) {
  return [...text.matchAll(SPAN)].map((match) => match[1]);
}

/**
 * The anchor that GitHub gives a heading.
 *
 * @param {string} heading
 */
export function anchor(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** @param {string} line */
function readHeading(line) {
  const [, marks, text] = /** @type {RegExpMatchArray} */ (line.match(/^(#+) (.*)$/));
  return { level: marks.length, text };
}

/** @param {string[]} lines */
function readTables(lines) {
  /** @type {string[][][]} */
  const tables = [];
  lines.forEach((line, index) => {
    if (!line.startsWith('|')) return;
    if (!lines[index - 1]?.startsWith('|')) tables.push([]);
    if (!/^[|\s-]+$/.test(line)) tables[tables.length - 1].push(readRow(line));
  });
  return tables;
}

/** @param {string} line */
function readRow(line) {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
