// @ts-check
/**
 * A browser: the standard `WebSocket`, and around it a page, a worker, or nothing at all as in Node 22. What a bundle
 * finds there as its free names is in `globals`.
 */
import { emulator } from './emulator.mjs';
import { createPageLife } from './page-life.mjs';
import { createTarget } from './page-target.mjs';
import { createPhone } from './phone.mjs';
import { webSocketOf } from './web-socket.mjs';

/** @param {import('./phone.mjs').PhoneOptions} options @param {import('./host-of.mjs').Kind} kind */
export function browser(options, { name, own }) {
  const phone = createPhone(options, own);
  const { realm } = phone.quirks;
  /** @type {any} */
  const window = { navigator: { onLine: true } };
  /** @type {any} */
  const document = { visibilityState: 'visible', hidden: false };
  const targets = { window: targetOn(phone, window), document: targetOn(phone, document) };
  const life = createPageLife(phone, { window, document, targets });
  const { addEventListener, removeEventListener, navigator } = window;
  const around = {
    page: { window, document, self: window, navigator, addEventListener, removeEventListener },
    worker: { self: window, navigator, addEventListener, removeEventListener, window: undefined, document: undefined },
    none: {
      window: undefined,
      document: undefined,
      self: undefined,
      navigator: undefined,
      addEventListener: undefined,
      removeEventListener: undefined,
    },
  };
  const globals = { WebSocket: webSocketOf(phone), ...around[/** @type {keyof typeof around} */ (realm)] };
  Object.assign(window, globals);
  return {
    ...emulator(name, window, phone, life),
    globals,
    canRemove: () => true,
    leave: life.leave,
    comeBack: life.comeBack,
  };
}

/** @param {import('./phone.mjs').Phone} phone @param {any} owner */
function targetOn(phone, owner) {
  const target = createTarget(phone, 'host', owner);
  owner.addEventListener = target.add;
  owner.removeEventListener = target.remove;
  return target;
}
