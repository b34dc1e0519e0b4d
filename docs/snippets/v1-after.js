import MdeWebsocket from 'mde-websocket/wechat';

MdeWebsocket({
  params: { url: 'wss://example.com/socket' },
}).then((task) => {
  task.onMessage = ({ data }) => console.log(data);
});
