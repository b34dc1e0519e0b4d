// @ts-check
import { ts } from 'ts-morph';
import { CodegenError, placeIn } from './problems.mjs';

/**
 * A JSON text with the places of its keys.
 *
 * @param {string} file its name, for messages
 * @param {string} text
 * @returns {{ value: any, placeOf: (keys: string[]) => import('./problems.mjs').Place }}
 */
export function parseJson(file, text) {
  const source = ts.parseJsonText(file, text);
  const syntax = /** @type {ts.DiagnosticWithLocation[]} */ (/** @type {any} */ (source).parseDiagnostics)[0];
  if (syntax) {
    const message = ts.flattenDiagnosticMessageText(syntax.messageText, ' ');
    throw new CodegenError([{ place: placeIn(file, text, syntax.start), message }]);
  }
  return { value: JSON.parse(text), placeOf: (keys) => placeIn(file, text, offsetOf(source, keys)) };
}

/**
 * Where a key of a JSON text is, or the nearest that exists.
 *
 * @param {ts.JsonSourceFile} source
 * @param {string[]} keys
 */
function offsetOf(source, keys) {
  /** @type {ts.Node} */
  let node = source.statements[0].expression;
  let offset = node.getStart(source);
  for (const key of keys) {
    if (!ts.isObjectLiteralExpression(node)) break;
    const property = node.properties.find(
      (candidate) => candidate.name && ts.isStringLiteral(candidate.name) && candidate.name.text === key,
    );
    if (!property || !ts.isPropertyAssignment(property)) break;
    offset = property.name.getStart(source);
    node = property.initializer;
  }
  return offset;
}
