import WebsocketHeartbeat from 'websocket-heartbeat-miniprogram';

WebsocketHeartbeat({
  miniprogram: wx,
  connectSocketParams: { url: 'wss://example.com/socket' },
  pingTimeout: 15000,
  pongTimeout: 10000,
  reconnectTimeout: 2000,
  pingMsg: 'heartbeat',
  repeatLimit: null,
}).then((task) => {
  task.onOpen = () => task.send({ data: 'hello' });
  task.onMessage = ({ data }) => console.log(data);
});
