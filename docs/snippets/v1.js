import MdeWebsocket from 'mde-websocket';

// Version 1, word for word. It runs unchanged.
MdeWebsocket({
  miniprogram: wx,
  connectSocketParams: { url: 'wss://example.com/socket' },
}).then((task) => {
  task.onMessage = ({ data }) => console.log(data);
});
