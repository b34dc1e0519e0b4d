import MdeWebsocket from 'mde-websocket/wechat';

MdeWebsocket({ params: { url: 'wss://example.com/socket' }, reconnectTimeout: 3000 }).then((task) => {
  task.onMessage = ({ data }) => console.log(data);
  task.send('hello');
});
