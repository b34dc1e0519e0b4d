import MdeWebsocket from 'mde-websocket/wechat';

export function connect(url, askUser) {
  return MdeWebsocket({ params: { url }, shouldReconnect: ({ code }) => code !== 4409 }).then((task) => {
    task.on('close', async ({ code }) => {
      if (code !== 4409) return;
      if (await askUser('Signed in on another device. Continue here?')) task.reconnect();
    });
    return task;
  });
}
