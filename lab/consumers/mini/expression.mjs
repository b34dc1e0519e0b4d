// @ts-check
/** The expressions between `{{` and `}}` of a page's template. */

/** @type {Map<string, (scope: any) => any>} */
const compiled = new Map();

/**
 * @param {string} source
 * @param {any} scope
 */
export function evaluate(source, scope) {
  let run = compiled.get(source);
  if (!run) {
    run = /** @type {(scope: any) => any} */ (new Function('scope', `with (scope) { return (${source}); }`));
    compiled.set(source, run);
  }
  try {
    return run(visible(scope));
  } catch (error) {
    // What is read of nothing is nothing in a template.
    if (/** @type {Error} */ (error).name === 'TypeError') return undefined;
    throw new SyntaxError(`{{${source}}}: ${/** @type {Error} */ (error).message}`);
  }
}

/** Every name is a name of the scope. @param {any} scope */
function visible(scope) {
  return new Proxy(scope, {
    has: (_, name) => typeof name === 'string' && name !== 'Math' && name !== 'undefined',
    get: (target, name) => (name === Symbol.unscopables ? undefined : target[name]),
  });
}

/**
 * A value as it stands in an attribute or a text: a text, an expression, or both in turn.
 *
 * @param {string} text
 * @param {any} scope
 */
export function fill(text, scope) {
  const parts = split(text);
  if (parts.length === 1) return parts[0].isCode ? evaluate(parts[0].text, scope) : parts[0].text;
  return parts.map(({ isCode, text: part }) => (isCode ? shown(evaluate(part, scope)) : part)).join('');
}

/** @param {any} value */
export function shown(value) {
  return value === undefined || value === null ? '' : String(value);
}

/** The object of a template's `data`: `{{a, b: c}}`, with one brace more on Baidu. @param {string} text @param {any} scope */
export function fillData(text, scope) {
  const inner = text
    .trim()
    .replace(/^\{\{\{?/, '')
    .replace(/\}?\}\}$/, '');
  return evaluate(`{${inner}}`, scope);
}

/** @param {string} text */
function split(text) {
  const parts = [];
  let rest = 0;
  for (const match of text.matchAll(/\{\{([\s\S]*?)\}\}(?!\})|\{=([\s\S]*?)=\}/g)) {
    if (match.index > rest) parts.push({ isCode: false, text: text.slice(rest, match.index) });
    parts.push({ isCode: true, text: match[1] ?? match[2] });
    rest = match.index + match[0].length;
  }
  if (rest < text.length || parts.length === 0) parts.push({ isCode: false, text: text.slice(rest) });
  return parts;
}
