// @ts-check
/** Two copies of a Yjs document, each with a link of its own: what one writes, the other reads. */
import * as Y from 'yjs';
import { scenario } from './kit.mjs';

/** @param {(api: import('./kit.mjs').Api, doc: Y.Doc) => any} open */
export function overDocuments(open) {
  return scenario({
    open(api) {
      const [here, there] = [new Y.Doc(), new Y.Doc()];
      return { here, there, links: [open(api, here), open(api, there)] };
    },
    text: carried,
    bytes: carried,
    close: ({ links }) => Promise.all(links.map((/** @type {any} */ link) => link.close())),
  });
}

/** @param {{ here: Y.Doc, there: Y.Doc }} docs @param {any} value */
function carried({ here, there }, value) {
  const map = there.getMap('values');
  const key = typeof value === 'string' ? value : 'bytes';
  return new Promise((resolve) => {
    const look = () => {
      if (!map.has(key)) return;
      map.unobserve(look);
      resolve(map.get(key));
    };
    map.observe(look);
    here.getMap('values').set(key, value);
    look();
  });
}
