import MdeWebsocket from 'mde-websocket/wechat';

const FINAL = { 4401: 'signed out', 4403: 'account suspended', 4409: 'signed in on another device' };

export function connect(url, showEnd) {
  return MdeWebsocket({
    params: { url },
    shouldReconnect: ({ code }) => !(code in FINAL),
  }).then((task) => {
    task.on('close', ({ code, willReconnect }) => {
      if (!willReconnect && code in FINAL) showEnd(FINAL[code]);
    });
    return task;
  });
}
