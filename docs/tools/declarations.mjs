// @ts-check
/** What dist/index.d.ts declares, with its doc comments: the source of the API page. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FILE = fileURLToPath(new URL('../../dist/index.d.ts', import.meta.url));

/**
 * @typedef {{ text: string, returns?: string, throws?: string, deprecated?: string, example?: string }} Doc
 * @typedef {{ name: string, type: string, doc: Doc }} Member
 * @typedef {{ name: string, kind: 'interface' | 'type' | 'function' | 'const', signature: string, text: string, doc: Doc, members: Member[] }} Declaration
 */

/** @returns {Declaration[]} */
export function readDeclarations() {
  const source = ts.createSourceFile(FILE, readFileSync(FILE, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((node) => readStatement(node, source));
}

/** The names that a program can import; the others are only there to be referred to. */
export function readExported() {
  const source = ts.createSourceFile(FILE, readFileSync(FILE, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {(node: ts.Node) => void} */
  const visit = (node) => {
    if (ts.isExportSpecifier(node)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** @param {ts.Statement} node @param {ts.SourceFile} source @returns {Declaration[]} */
function readStatement(node, source) {
  const doc = docOf(node);
  const text = bare(node, source);
  if (ts.isInterfaceDeclaration(node)) {
    const members = node.members.map((member) => readMember(member, source));
    const base = node.heritageClauses?.map((clause) => ` ${clause.getText(source)}`).join('') ?? '';
    const signature = `interface ${node.name.text}${base}`;
    return [{ name: node.name.text, kind: 'interface', signature, text, doc, members }];
  }
  if (ts.isTypeAliasDeclaration(node)) {
    const members = ts.isUnionTypeNode(node.type) ? node.type.types.map((type) => readCase(type, source)) : [];
    return [{ name: node.name.text, kind: 'type', signature: text, text, doc, members }];
  }
  if (ts.isFunctionDeclaration(node) && node.name) {
    return [{ name: node.name.text, kind: 'function', signature: text, text, doc, members: [] }];
  }
  if (ts.isVariableStatement(node)) {
    const [{ name }] = node.declarationList.declarations;
    return [{ name: name.getText(source), kind: 'const', signature: text, text, doc, members: [] }];
  }
  return [];
}

/** @param {ts.TypeElement} member @param {ts.SourceFile} source @returns {Member} */
function readMember(member, source) {
  const name = member.name?.getText(source) ?? '[parameter]';
  return { name, type: bare(member, source).replace(/;$/, ''), doc: docOf(member) };
}

/** One case of a union, whose comment stands before its bar. @param {ts.TypeNode} type @param {ts.SourceFile} source */
function readCase(type, source) {
  const before = ts.getLeadingCommentRanges(source.text, type.getFullStart()) ?? [];
  const earlier = source.text.slice(0, type.getFullStart()).match(/\/\*\*([^*]|\*(?!\/))*\*\/\s*\|?\s*$/)?.[0];
  const comment = earlier ?? before.map(({ pos, end }) => source.text.slice(pos, end)).join('');
  const text = comment
    .replace(/^\/\*\*|\*\/[\s|]*$/g, '')
    .replace(/\s*\n\s*\* ?/g, ' ')
    .trim();
  const name = type.getText(source);
  return { name: name.replace(/^['"]|['"]$/g, ''), type: name, doc: { text } };
}

/** A node's text without the comments in it. @param {ts.Node} node @param {ts.SourceFile} source */
function bare(node, source) {
  return node
    .getText(source)
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^declare /, '')
    .replace(/\n\s*\n/g, '\n')
    .trim();
}

/** @param {ts.Node} node @returns {Doc} */
function docOf(node) {
  const blocks = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = ts.getJSDocTags(node);
  /** @param {string} name */
  const tag = (name) => {
    const found = tags.find(({ tagName }) => tagName.text === name);
    return found && (ts.getTextOfJSDocComment(found.comment) ?? '');
  };
  const text = blocks
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join('\n')
    .replace(/\n(?!\n)/g, ' ');
  return {
    text,
    returns: tag('returns'),
    throws: tag('throws'),
    deprecated: tag('deprecated'),
    example: tag('example'),
  };
}
