import MdeWebsocket from 'mde-websocket/wechat';

MdeWebsocket({ params: { url: 'wss://example.com/socket' } }).then((task) => {
  const frame = new Uint8Array(16);
  new DataView(frame.buffer).setUint32(0, 42);
  // Of a view, exactly its own bytes are sent: here four, not sixteen.
  task.send(frame.subarray(0, 4));

  task.onMessage = ({ data }) => {
    if (typeof data === 'string') return;
    console.log(new DataView(data).getUint32(0));
  };
});
