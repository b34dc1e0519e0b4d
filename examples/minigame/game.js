const createScreen = require('./js/screen.js');
const link = require('./js/link.js');

const view = { state: 'connecting', latency: null, lines: [] };

const draw = createScreen([
  { label: 'Send 发送', press: () => link.then(send) },
  // Asks the example server to cut the connection without a word.
  { label: 'Drop 断线', press: () => link.then((task) => task.send('/drop')) },
  { label: 'Close 关闭', press: () => link.then((task) => task.close()) },
  { label: 'Reconnect 重连', press: () => link.then((task) => task.reconnect()) },
]);

draw(view);
link.then(start, (error) => {
  view.state = 'closed';
  say('error', error.message);
});

function start(task) {
  const show = () => {
    view.state = task.state;
    view.latency = task.latency;
    draw(view);
  };
  task.on('state', show);
  task.on('open', () => say('note', 'open'));
  task.on('message', ({ data }) => say('received', data));
  task.on('error', ({ errMsg }) => say('error', errMsg));
  task.on('close', ({ code, cause, reason, willReconnect }) => {
    say('note', `closed: ${code} ${cause}${reason && ` ${reason}`}${willReconnect ? '' : ', for good'}`);
  });
  task.on('reconnect', ({ attempt, delay }) => say('note', `attempt ${attempt} in ${Math.round(delay)} ms`));
  setInterval(show, 1000);
  show();
}

let sent = 0;
function send(task) {
  sent += 1;
  const data = `hello ${sent}`;
  say('sent', data);
  task.send({ data, fail: ({ errMsg }) => say('error', errMsg) });
}

function say(kind, data) {
  const text = typeof data === 'string' ? data : `${data.byteLength} bytes`;
  view.lines = [{ kind, text }].concat(view.lines).slice(0, 50);
  draw(view);
}
