// @ts-check
import { ts } from 'ts-morph';

/**
 * Puts the statements of a block in the place of the `if` around it, one step to the left. Not done where a name
 * declared in the block would meet the same name outside.
 *
 * @param {import('../draft.mjs').Draft} draft
 * @param {ts.IfStatement} whole
 * @param {ts.Block} block
 * @returns {boolean} whether it was done
 */
export function unwrapBlock(draft, whole, block) {
  if (declaredNames(block).some((name) => isUsedAround(whole, block, name))) return false;
  const source = draft.file.text;
  const inner = source.slice(block.getStart(draft.file) + 1, block.end - 1);
  const innerStart = block.getStart(draft.file) + 1 + (/^\s*/.exec(inner)?.[0].length ?? 0);
  const innerEnd = block.end - 1 - (/\s*$/.exec(inner)?.[0].length ?? 0);
  if (innerStart >= innerEnd) {
    draft.removeLines(whole);
    return true;
  }
  draft.remove(whole.getStart(draft.file), innerStart);
  draft.remove(innerEnd, whole.end);
  dedent(draft, block, innerStart, innerEnd);
  return true;
}

/**
 * @param {import('../draft.mjs').Draft} draft
 * @param {ts.Block} block
 * @param {number} start
 * @param {number} end
 */
function dedent(draft, block, start, end) {
  const templates = templateRanges(block);
  const source = draft.file.text;
  for (let at = source.indexOf('\n', start) + 1; at > 0 && at < end; at = source.indexOf('\n', at) + 1) {
    if (!source.startsWith('  ', at) || templates.some(([from, to]) => from < at && at < to)) continue;
    draft.text.remove(at, at + 2);
  }
}

/** @param {ts.Node} node */
function templateRanges(node) {
  /** @type {[number, number][]} */
  const ranges = [];
  /** @param {ts.Node} inner */
  const visit = (inner) => {
    if (ts.isTemplateLiteral(inner)) ranges.push([inner.getStart(), inner.end]);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return ranges;
}

/** @param {ts.Block} block */
function declaredNames(block) {
  return block.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
    }
    return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
  });
}

/**
 * @param {ts.BindingName} name
 * @returns {string[]}
 */
function boundNames(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/**
 * @param {ts.Node} whole
 * @param {ts.Block} block
 * @param {string} name
 */
function isUsedAround(whole, block, name) {
  /** @type {ts.Node} */
  let around = whole.parent;
  while (!ts.isSourceFile(around) && !ts.isFunctionLike(around)) around = around.parent;
  /**
   * @param {ts.Node} node
   * @returns {boolean}
   */
  const uses = (node) =>
    node !== block &&
    ((ts.isIdentifier(node) && node.text === name) ||
      Boolean(ts.forEachChild(node, (child) => uses(child) || undefined)));
  return uses(around);
}
