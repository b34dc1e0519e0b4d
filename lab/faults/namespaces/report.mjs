// @ts-check
import { tableOf } from '../table.mjs';

/** The row of the dropped packets, or why there is none. @param {import('./run.mjs').Run} run */
export function namespacesPart({ skipped, outcomes }) {
  const title = 'Two network namespaces, the packets really dropped:';
  return skipped ? `${title} skipped, ${skipped}.` : `${title}\n\n${tableOf([outcomes])}`;
}
