const MdeWebsocket = require('mde-websocket/wechat');

MdeWebsocket({ params: { url: 'wss://example.com/socket' } }).then((task) => {
  task.onOpen = () => task.send('hello');
  task.onMessage = ({ data }) => console.log('message', data);
  task.onClose = ({ code, cause, willReconnect }) => console.log('close', code, cause, willReconnect);
});
