// @ts-check
/**
 * The first rule of the contract: an attempt is `error* [open (message | error)*] close`, and a close that promises
 * another attempt is followed by one `reconnect`. Anything else is described by the first event out of place.
 *
 * @param {{ type: string, willReconnect?: boolean, wasOpen?: boolean }[]} events
 * @param {{ revivals?: number }} [how] how often `reconnect()` may have revived a closed task
 * @returns {string} what is wrong, or nothing
 */
export function grammarMistake(events, { revivals = 0 } = {}) {
  let at = 'before open';
  let left = revivals;
  for (const [position, event] of events.entries()) {
    const next = step(at, event);
    if (next === 'over' && at === 'ended' && left > 0) {
      left -= 1;
      at = step('before open', event);
    } else at = next;
    if (at === 'wrong' || at === 'over') {
      const story = events.map(({ type }) => type).join(' ');
      return `event ${position + 1}, ${event.type}, is out of place in: ${story}`;
    }
  }
  return '';
}

/** @param {string} at @param {{ type: string, willReconnect?: boolean, wasOpen?: boolean }} event */
function step(at, { type, willReconnect, wasOpen }) {
  if (at === 'ended') return 'over';
  if (at === 'promised') return type === 'reconnect' ? 'before open' : 'wrong';
  if (type === 'error') return at;
  if (type === 'close') {
    if (wasOpen !== (at === 'open')) return 'wrong';
    return willReconnect ? 'promised' : 'ended';
  }
  if (at === 'before open') return type === 'open' ? 'open' : 'wrong';
  return type === 'message' ? 'open' : 'wrong';
}
