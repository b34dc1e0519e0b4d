import MdeWebsocket from 'mde-websocket/wechat';

MdeWebsocket({
  params: { url: 'wss://example.com/socket' },
  logger: ({ state, attempt, cause, code, delay }) => console.log(state, { attempt, cause, code, delay }),
}).then((task) => {
  // What the host itself said, word for word. It may hold the address: not for a log that leaves the phone.
  task.onError = ({ errMsg, raw }) => console.warn(errMsg, raw);
});
