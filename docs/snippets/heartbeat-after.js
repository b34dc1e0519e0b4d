import MdeWebsocket from 'mde-websocket/wechat';

MdeWebsocket({
  params: { url: 'wss://example.com/socket' },
}).then((task) => {
  task.onOpen = () => task.send({ data: 'hello' });
  task.onMessage = ({ data }) => console.log(data);
});
