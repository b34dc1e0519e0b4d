// @ts-check
/**
 * `swan`: writes into what it is given, leaves payloads out, fails early sends at once. Source: BD-S, BD-D.
 */
import { swan as dialect } from './payloads.mjs';
import { taskHost } from './task-host.mjs';

const OWN = {
  closePayload: 'reason only',
  undefinedPayloads: true,
  earlySendSync: true,
  earlySendSkipsComplete: true,
  mutatesOptions: true,
  closeBeforeOpen: 'ignored',
  closeSocketClosesAll: true,
  globalSendThrows: true,
  readyState: 'real',
  hostListeners: 'replace',
  appOff: false,
};

/** @param {import('./phone.mjs').PhoneOptions} options */
export function baidu(options) {
  return taskHost(options, { name: 'swan', dialect, own: OWN });
}
