import MdeWebsocket from 'mde-websocket/alipay';

export function connect(url, showTaken) {
  return MdeWebsocket({ params: { url } }).then((task) => {
    task.on('close', ({ cause }) => {
      // Another task has the app's one socket now. Take it back only when the user asks for it.
      if (cause === 'superseded') showTaken(() => task.reconnect());
    });
    return task;
  });
}
