// @ts-check
/**
 * A page's template, and what it shows of given data.
 *
 * @typedef {{ tag: string, attributes: Record<string, any>, children: (Shown | string)[], parent?: Shown }} Shown
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'htmlparser2';
import { runCommonJs } from '../../emulators/run-bundle.mjs';
import { evaluate, fill, fillData, shown } from './expression.mjs';

/** @typedef {{ type: string, name: string, data: string, attribs: Record<string, string>, children: Node[] }} Node */

/**
 * @param {string} file
 * @param {string} root the project's folder, which `/…` means
 * @param {import('./dialects.mjs').Dialect} dialect
 */
export function readTemplate(file, root, dialect) {
  /** @type {Map<string, Node[]>} */
  const templates = new Map();
  /** @type {Record<string, any>} */
  const modules = {};
  const { prefix } = dialect;
  const nodes = load(file);

  /** @param {string} from @returns {Node[]} */
  function load(from) {
    const text = readFileSync(from, 'utf8');
    const document = parseDocument(text, { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false });
    const top = /** @type {any} */ (document).children;
    collect(top, path.dirname(from));
    return top;
  }

  /** @param {Node[]} list @param {string} folder */
  function collect(list, folder) {
    for (const node of list) {
      const { name, attribs = {}, children = [] } = node;
      const place = (/** @type {string} */ src) =>
        src.startsWith('/') ? path.join(root, src) : path.resolve(folder, src);
      if (name === 'import') load(place(attribs.src));
      else if (name === 'include') node.children = load(place(attribs.src));
      else if (name === 'template' && attribs.name) templates.set(attribs.name, children);
      else if (/^(wxs|sjs|import-sjs|filter)$/.test(name ?? '')) {
        const source = attribs.src ?? attribs.from;
        const script = source ? readFileSync(place(source), 'utf8') : shown(children[0]?.data);
        modules[attribs.module ?? attribs.name] = loadScript(script);
      }
      collect(children, folder);
    }
  }

  /** @param {Node[]} list @param {any} scope @param {Shown} parent */
  function renderAll(list, scope, parent) {
    let isDone = false;
    for (const node of list) {
      if (node.type === 'text') {
        const text = shown(fill(node.data, scope)).trim();
        if (text) parent.children.push(text);
      }
      if (node.type !== 'tag') continue;
      const { attribs } = node;
      const condition = attribs[`${prefix}if`] ?? attribs[`${prefix}elif`];
      const isElse = `${prefix}else` in attribs;
      if (condition !== undefined || isElse) {
        const isNew = `${prefix}if` in attribs;
        /** @type {boolean} */
        const holds =
          (isNew || !isDone) &&
          (isElse || Boolean(condition.includes('{{') ? fill(condition, scope) : evaluate(condition, scope)));
        isDone = holds || (!isNew && isDone);
        if (!holds) continue;
      }
      for (const inner of repeat(attribs, scope)) render(node, inner, parent);
    }
  }

  /** The scopes in which a node is shown: one, or one for each item. @param {Record<string, string>} attribs @param {any} scope */
  function repeat(attribs, scope) {
    const loop = attribs[`${prefix}for`];
    if (loop === undefined) return [scope];
    const source = loop.replace(/\s+trackBy\s+.+$/, '');
    const inline = /^\s*(\w+)(?:\s*,\s*(\w+))?\s+in\s+(.+)$/.exec(source);
    const items = source.includes('{{') ? fill(source, scope) : evaluate(inline?.[3] ?? source, scope);
    const item = inline?.[1] ?? attribs[`${prefix}for-item`] ?? 'item';
    const index = inline?.[2] ?? attribs[`${prefix}for-index`] ?? 'index';
    const list = typeof items === 'number' ? Array.from({ length: items }, (_, i) => i) : (items ?? []);
    return Object.entries(list).map(([key, value]) =>
      Object.assign(Object.create(scope), { [item]: value, [index]: Array.isArray(list) ? Number(key) : key }),
    );
  }

  /** @param {Node} node @param {any} scope @param {Shown} parent */
  function render(node, scope, parent) {
    const { name, attribs, children } = node;
    if (/^(wxs|sjs|import-sjs|filter|import)$/.test(name)) return;
    if (name === 'template') {
      if (!attribs.is) return;
      const is = shown(fill(attribs.is, scope));
      const body = templates.get(is);
      if (!body) throw new Error(`${path.relative(root, file)} uses a template "${is}", which there is not`);
      renderAll(body, Object.assign(Object.create(modules), attribs.data && fillData(attribs.data, scope)), parent);
    } else if (name === 'block' || name === 'include') renderAll(children, scope, parent);
    else {
      /** @type {Shown} */
      const made = { tag: name, attributes: {}, children: [], parent };
      for (const [key, value] of Object.entries(attribs)) {
        if (!key.startsWith(prefix)) made.attributes[key] = fill(value, scope);
      }
      parent.children.push(made);
      renderAll(children, scope, made);
    }
  }

  return {
    /** What the page shows. @param {any} data @returns {Shown} */
    render(data) {
      /** @type {Shown} */
      const page = { tag: 'page', attributes: {}, children: [] };
      renderAll(nodes, Object.assign(Object.create(modules), data), page);
      return page;
    },
  };
}

/** A script of a template: CommonJS, or on Alipay an ES module with one default. @param {string} text */
function loadScript(text) {
  const plain = text.replace(/^\s*export\s+default\s+/m, 'module.exports = ');
  return runCommonJs(plain, {
    getRegExp: (/** @type {string} */ source, /** @type {string} */ flags) => new RegExp(source, flags),
  }).exports;
}

/** @param {string} base a file without its extension @param {string} extension */
export function fileOf(base, extension) {
  const file = `${base}.${extension}`;
  return existsSync(file) ? file : undefined;
}
