// @ts-check
/**
 * The program going to the background and back, and the network coming and going.
 * After 5 s in the background a host cuts its links and may suspend the thread. Source: WX-D operating-mechanism.
 */
import { createEvents } from './events.mjs';

/** How long a program goes on in the background, in ms. Source: WX-D. */
export const GRACE = 5000;

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} words
 */
export function createLifecycle(phone, words) {
  const { quirks, thread, sockets, ledger } = phone;
  const events = createEvents(phone, 'host', () => 'accumulate');
  let visit = 0;

  /** @type {Record<string, (...args: any[]) => any>} */
  const methods = {};
  const offer = (/** @type {string} */ name) => {
    methods[`on${name}`] = (listener) => events.on(name, listener);
    if (quirks.appOff) methods[`off${name}`] = (listener) => events.off(name, listener);
  };
  const [shown, hidden] = quirks.appNames === 'onShow' ? ['Show', 'Hide'] : ['AppShow', 'AppHide'];
  if (quirks.appEvents) [shown, hidden].forEach(offer);
  if (quirks.networkEvents) offer('NetworkStatusChange');

  return {
    methods,
    /** @param {'shown' | 'network'} news @param {(event: any) => void} listener */
    listen: (news, listener) => events.on(news === 'shown' ? shown : 'NetworkStatusChange', listener),
    /** The user leaves the program; after 5 s the host suspends it. */
    background() {
      ledger.note('background');
      visit += 1;
      const mine = visit;
      phone.hidden = true;
      events.emit(hidden, {});
      thread.later(() => mine === visit && suspend(phone), GRACE);
    },
    /** The user comes back: whatever waited runs in one burst, then `onAppShow`. */
    foreground() {
      ledger.note('foreground');
      visit += 1;
      phone.away = false;
      phone.hidden = false;
      thread.resume();
      events.emit(shown, { path: 'pages/index', query: {}, scene: 1001 });
    },
    /**
     * The network changes. With `cut` every link breaks as well, which the host may notice or not.
     *
     * @param {boolean} isConnected
     * @param {{ cut?: 'noticed' | 'unnoticed' }} [how]
     */
    network(isConnected, { cut } = {}) {
      ledger.note('network', isConnected);
      if (cut) sockets.cutAll(1006, 'abnormal closure', cut === 'unnoticed');
      const told = isConnected || quirks.networkLies;
      events.emit('NetworkStatusChange', { isConnected: told, networkType: words.network(told) });
    },
  };
}

/** The program has been in the background for a while. @param {import('./phone.mjs').Phone} phone */
export function suspend(phone) {
  const { quirks, thread, sockets, ledger } = phone;
  ledger.note('suspended');
  phone.away = true;
  if (quirks.backgroundLoss !== 'none') {
    const code = quirks.backgroundCode === -1 ? undefined : quirks.backgroundCode;
    sockets.cutAll(code, 'interrupted', quirks.backgroundLoss === 'silent');
  }
  if (quirks.backgroundFreezes) thread.freeze();
}
