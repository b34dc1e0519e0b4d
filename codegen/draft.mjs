// @ts-check
import MagicString from 'magic-string';
import { ts } from 'ts-morph';

/**
 * A core file on its way to become a platform's. Edits never touch each other: what is removed is final, and text is
 * put only in the place of something that stays.
 */
export class Draft {
  /** @param {ts.SourceFile} file */
  constructor(file) {
    this.file = file;
    this.text = new MagicString(file.text);
    /** @type {[number, number][]} */
    this.removed = [];
    /** @type {Set<string>} */
    this.imports = new Set();
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  remove(start, end) {
    if (start >= end) return;
    this.removed.push([start, end]);
    this.text.remove(start, end);
  }

  /**
   * @param {ts.Node} node
   * @param {string} replacement
   */
  replace(node, replacement) {
    this.text.overwrite(node.getStart(this.file), node.end, replacement);
  }

  /**
   * Puts a text in the place of a node of which nothing is left.
   *
   * @param {ts.Node} node
   * @param {string} replacement
   */
  settle(node, replacement) {
    this.replace(node, replacement);
    this.removed.push([node.getStart(this.file), node.end]);
  }

  /**
   * Puts an import, a whole line, above everything, once.
   *
   * @param {string} line
   */
  addImport(line) {
    if (!this.imports.has(line)) this.text.prepend(line);
    this.imports.add(line);
  }

  /**
   * Removes whole lines: a statement or a member together with the comment that belongs to it.
   *
   * @param {ts.Node} node
   */
  removeLines(node) {
    const source = this.file.text;
    const start = source.lastIndexOf('\n', this.startWithComment(node) - 1) + 1;
    const lineEnd = source.indexOf('\n', this.endWithComment(node));
    const end = lineEnd < 0 ? source.length : lineEnd + 1;
    const isAfterBlank = /(^|\n[ \t]*\n|\{[ \t]*\n)$/.test(source.slice(0, start));
    const blank = isAfterBlank ? /^[ \t]*\n/.exec(source.slice(end)) : null;
    this.remove(start, end + (blank ? blank[0].length : 0));
  }

  /**
   * Where a node starts, the comments right above it included; a blank line separates.
   *
   * @param {ts.Node} node
   */
  startWithComment(node) {
    const source = this.file.text;
    const comments = ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [];
    let start = node.getStart(this.file);
    for (const comment of comments.reverse()) {
      const isOnLineBefore = comment.pos >= lineStart(source, node.getFullStart());
      if (!isOnLineBefore || /\n[ \t]*\n/.test(source.slice(comment.end, start))) break;
      if (isTrailing(source, comment.pos, node.getFullStart())) break;
      start = comment.pos;
    }
    return start;
  }

  /** @param {ts.Node} node */
  endWithComment(node) {
    const comments = ts.getTrailingCommentRanges(this.file.text, node.end) ?? [];
    return comments.reduce((end, comment) => Math.max(end, comment.end), node.end);
  }

  /** @param {ts.Node} node */
  isLive(node) {
    const start = node.getStart(this.file);
    return !this.removed.some(([from, to]) => from <= start && start < to);
  }

  isEmpty() {
    return this.file.statements.every((statement) => !this.isLive(statement));
  }
}

/**
 * @param {string} source
 * @param {number} offset
 */
function lineStart(source, offset) {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * Whether a comment stands behind the code before it, on the same line.
 *
 * @param {string} source
 * @param {number} comment
 * @param {number} fullStart
 */
function isTrailing(source, comment, fullStart) {
  return fullStart > 0 && !source.slice(fullStart, comment).includes('\n');
}
