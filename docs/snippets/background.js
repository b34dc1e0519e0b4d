import MdeWebsocket from 'mde-websocket/wechat';

export function connect(url, show, loadMissed) {
  return MdeWebsocket({ params: { url }, probeTimeout: 2000 }).then((task) => {
    let hadLink = false;
    task.on('state', ({ state }) => show(state));
    task.on('open', () => {
      // What the server sent while there was no link did not arrive.
      if (hadLink) loadMissed();
      hadLink = true;
    });
    return task;
  });
}
