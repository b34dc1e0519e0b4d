import MdeWebsocket from 'mde-websocket/web';

MdeWebsocket({ params: { url: 'wss://example.com/socket' } }).then((task) => {
  task.onMessage = ({ data }) => console.log('message', data);
});
