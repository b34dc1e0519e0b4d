// @ts-check
/**
 * Calls `each` for a node and everything below it.
 *
 * @param {any} node
 * @param {(node: any) => void} each
 */
export function walk(node, each) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, each);
  } else if (node && typeof node.type === 'string') {
    each(node);
    for (const key of Object.keys(node)) walk(node[key], each);
  }
}
