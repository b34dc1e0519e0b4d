import MdeWebsocket, { backoff } from 'mde-websocket/wechat';

export function connect(getUrl) {
  return MdeWebsocket({
    params: async () => ({ url: await getUrl() }),
    reconnectTimeout: backoff({ min: 1000, max: 10000, factor: 1.3 }),
    connectTimeout: 4000,
    queueLimit: 100,
  }).then((task) => {
    task.on('open', () => task.send('hello'));
    task.on('message', ({ data }) => console.log(data));
    return task;
  });
}
