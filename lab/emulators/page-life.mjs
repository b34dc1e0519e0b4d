// @ts-check
/**
 * The life of a page: hidden and shown, frozen and resumed, left and come back to, online and offline. A worker hears of
 * the network only, and without either nothing is heard. Source: the WHATWG standard, the Page Lifecycle draft.
 */
import { GRACE, suspend } from './lifecycle.mjs';

/** To how many ms the timers of a hidden page are put off. Source: observed in Chromium. */
const COARSE = 1000;

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {{
 *   window: any,
 *   document: any,
 *   targets: Record<'window' | 'document', import('./page-target.mjs').Target>,
 * }} page
 */
export function createPageLife(phone, { window, document, targets }) {
  const { quirks, thread, sockets, ledger } = phone;
  const hasPage = quirks.realm === 'page';
  let visit = 0;
  /** @type {'here' | 'kept' | 'gone'} */
  let whereabouts = 'here';

  /** @param {boolean} isHidden */
  function show(isHidden) {
    if (phone.hidden === isHidden) return;
    phone.hidden = isHidden;
    document.hidden = isHidden;
    document.visibilityState = isHidden ? 'hidden' : 'visible';
    thread.align(isHidden && quirks.hiddenTimers ? COARSE : 0);
    if (hasPage) targets.document.dispatch('visibilitychange');
  }

  function freeze() {
    if (hasPage && quirks.backgroundFreezes) targets.document.dispatch('freeze');
    suspend(phone);
  }

  function wake() {
    const wasFrozen = phone.away && quirks.backgroundFreezes;
    phone.away = false;
    thread.resume();
    if (hasPage && wasFrozen) targets.document.dispatch('resume');
  }

  return {
    /** @param {'shown' | 'network'} news @param {(event: any) => void} listener */
    listen(news, listener) {
      if (news === 'shown')
        targets.document.add(
          'visibilitychange',
          ledger.own((/** @type {any} */ event) => document.hidden || listener(event)),
        );
      else targets.window.add('online', listener);
    },
    /** The user turns to another tab; after 5 s the page may be frozen. */
    background() {
      ledger.note('background');
      visit += 1;
      const mine = visit;
      show(true);
      thread.later(() => mine === visit && freeze(), GRACE);
    },
    foreground() {
      ledger.note('foreground');
      visit += 1;
      wake();
      show(false);
    },
    /** @param {boolean} isConnected @param {{ cut?: 'noticed' | 'unnoticed' }} [how] */
    network(isConnected, { cut } = {}) {
      ledger.note('network', isConnected);
      if (cut) sockets.cutAll(1006, '', cut === 'unnoticed');
      window.navigator.onLine = isConnected;
      if (quirks.realm !== 'none') targets.window.dispatch(isConnected ? 'online' : 'offline');
    },
    /**
     * The user follows a link away from the page. One without a socket is kept in the back/forward cache, frozen; any
     * other is gone, and its sockets with it.
     *
     * @returns {boolean} whether it is kept
     */
    leave() {
      const isKept = sockets.all.every(({ state }) => state === 'closed');
      ledger.note('left', isKept);
      visit += 1;
      targets.window.dispatch('pagehide', { persisted: isKept });
      show(true);
      whereabouts = isKept ? 'kept' : 'gone';
      if (!isKept) sockets.cutAll(1001, '', true);
      thread.freeze();
      return isKept;
    },
    /** The user goes back to the page. */
    comeBack() {
      if (whereabouts !== 'kept') throw new Error('The page is not in the back/forward cache: it had an open socket');
      whereabouts = 'here';
      visit += 1;
      thread.resume();
      show(false);
      targets.window.dispatch('pageshow', { persisted: true });
    },
  };
}
