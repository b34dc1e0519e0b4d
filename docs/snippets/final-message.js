import MdeWebsocket from 'mde-websocket/alipay';

export function connect(url, showEnd) {
  return MdeWebsocket({ params: { url } }).then((task) => {
    task.on('message', ({ data }) => {
      if (typeof data !== 'string' || !data.startsWith('{')) return;
      const { type, reason } = JSON.parse(data);
      if (type !== 'end') return;
      task.close();
      showEnd(reason);
    });
    return task;
  });
}
