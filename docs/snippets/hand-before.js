let task;
let isOpen = false;

function connect() {
  task = wx.connectSocket({ url: 'wss://example.com/socket' });
  task.onOpen(() => {
    isOpen = true;
  });
  task.onMessage(({ data }) => console.log(data));
  task.onClose(() => {
    isOpen = false;
    setTimeout(connect, 3000);
  });
}

function send(data) {
  if (isOpen) task.send({ data });
}

connect();
setInterval(() => send('heartbeat'), 30000);
