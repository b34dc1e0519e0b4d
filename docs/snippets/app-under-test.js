import MdeWebsocket from 'mde-websocket';

/** The part of an app that is tested: it counts what is unread, and survives a reconnect. */
export async function unread(host, url) {
  const task = await MdeWebsocket({ platform: host, params: { url }, reconnectTimeout: 0 });
  const counter = { count: 0, stop: () => task.close() };
  task.on('message', () => {
    counter.count += 1;
  });
  task.on('open', () => task.send('subscribe'));
  return counter;
}
