// @ts-check
/** What every engine must see, in virtual milliseconds since the check began. */

/** On Alipay bytes leave as base64. */
const isAlipay = (/** @type {string} */ host) => host === 'single' || host === 'multiple';

/**
 * @param {string} host kind of host
 * @returns {Record<string, string[]>} by check
 */
export function expectedOn(host) {
  return {
    load: ['0 a function, version string', '0 default and named: true', '0 listeners 0, timers 0'],
    mistake: ['0 true TypeError, names params: true'],
    connect: [
      '0 connecting to wss://server/',
      '0 task connecting, early message handed over: false',
      '20 open',
      '20 sent early',
      '20 sent from onOpen',
    ],
    heartbeat: ['0 message news', '15000 sent heartbeat', '16000 latency 30, open'],
    bytes: [isAlipay(host) ? '0 sent base64 AQID/w==' : '0 sent bytes 1,2,3,255', '0 message bytes 4,5,6'],
    throw: ['0 message one', '0 message two', '100 reported Error: mine'],
    loss: [
      '0 message last words',
      '15000 sent heartbeat',
      '25000 socket closed with 1000',
      '25000 close 1006 pong-timeout, will reconnect',
      '25000 reconnect 1 in 2000',
    ],
    reconnect: [
      '0 meanwhile handed over: false',
      '1000 connecting to wss://server/',
      '1020 open',
      '1020 sent meanwhile',
      '1020 sent from onOpen',
      '12000 message welcome back',
    ],
    'server closes': [
      '0 close 4401 host, will reconnect',
      '0 reconnect 1 in 2000',
      '2000 connecting to wss://server/',
      '2020 open',
      '2020 sent from onOpen',
    ],
    close: ['0 socket closed with 4000', '0 close 4000 user, for good', '3600000 sockets 0, listeners 0, timers 0'],
  };
}
