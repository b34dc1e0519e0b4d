// @ts-check
/**
 * Markup as text.
 */

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
export function escapeText(text) {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {...string} children markup */
export function element(name, attributes, ...children) {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(figure(value))}"`);
  return `<${name}${list.join('')}>${children.join('')}</${name}>`;
}

/** Something that says what it is when pointed at. @param {string} name @param {Record<string, string | number>} attributes @param {string} title */
export function titled(name, attributes, title) {
  return element(name, attributes, element('title', {}, escapeText(title)));
}

/** @param {string} text @param {Record<string, string | number>} attributes */
export function label(text, attributes) {
  return element('text', attributes, escapeText(text));
}

/** @param {string | number} value */
function figure(value) {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
}
