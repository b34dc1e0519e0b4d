// @ts-check
/**
 * Removes an item of a list that commas separate, such as a parameter, with the comma that it no longer needs.
 *
 * @param {import('../draft.mjs').Draft} draft
 * @param {readonly import('ts-morph').ts.Node[]} list
 * @param {import('ts-morph').ts.Node} item
 */
export function removeItem(draft, list, item) {
  const live = list.filter((other) => other === item || draft.isLive(other));
  const at = live.indexOf(item);
  if (at < live.length - 1) draft.remove(item.getStart(draft.file), live[at + 1].getStart(draft.file));
  else if (at > 0) draft.remove(live[at - 1].end, item.end);
  else draft.remove(item.getStart(draft.file), item.end);
}
