// @ts-check
/**
 * `swan`: writes into what it is given, leaves payloads out, fails early sends at once. Source: BD-S, BD-D.
 */
import { swan as dialect } from './payloads.mjs';
import { readPlain } from './socket-calls.mjs';
import { taskHost } from './task-host.mjs';

const OWN = {
  closePayload: 'reason only',
  undefinedPayloads: true,
  earlySendSync: true,
  earlySendSkipsComplete: true,
  mutatesOptions: true,
  closeBeforeOpen: 'ignored',
  readyState: 'real',
  hostListeners: 'replace',
  appOff: false,
};

/** @param {import('./phone.mjs').PhoneOptions} options */
export function baidu(options) {
  return taskHost(options, { name: 'swan', dialect, own: OWN, read: readAndMutate, globals: globalCalls });
}

/** @type {NonNullable<Parameters<typeof taskHost>[1]['globals']>} */
function globalCalls(phone, line) {
  return {
    sendSocketMessage(message) {
      if (!line.current()) throw new TypeError("Cannot read property 'send' of undefined");
      line.methods.sendSocketMessage(message);
    },
    // It closes every socket of the program, not one.
    closeSocket(params) {
      for (const socket of phone.sockets.live()) if (socket !== line.current()) socket.close(1000, '');
      line.methods.closeSocket(params);
    },
  };
}

/** @param {import('./phone.mjs').Phone} phone */
function readAndMutate(phone) {
  const read = readPlain(phone);
  return (/** @type {any} */ message) => {
    const data = read(message);
    if (data === undefined || !phone.quirks.mutatesOptions) return data;
    message.taskID = 'native';
    message.dataType = typeof data === 'string' ? 'string' : 'arrayBuffer';
    if (typeof data !== 'string') message.data = Buffer.from(data).toString('base64');
    return data;
  };
}
