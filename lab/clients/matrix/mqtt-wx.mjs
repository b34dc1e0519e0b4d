import mqtt from 'mqtt';

/** The recipe's place is taken by the client's own transport for WeChat. @param {string} url @param {import('mqtt').IClientOptions} [options] */
export function open(url, options) {
  const client = mqtt.connect(url.replace(/^ws/, 'wx'), {
    forceNativeWebSocket: true,
    keepalive: 30,
    timerVariant: 'native',
    ...options,
  });
  return { client, close: () => client.end() };
}
