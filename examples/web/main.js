import link from './link.js';

const $ = (id) => document.getElementById(id);

link.then(start, (error) => {
  say('error', error.message);
  showState('closed');
});

function start(task) {
  const show = () => {
    showState(task.state);
    $('latency').textContent = task.latency === null ? '–' : `${task.latency} ms`;
    $('drop').disabled = task.state !== 'open';
    $('close').disabled = task.state === 'closed';
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

  $('form').addEventListener('submit', (event) => {
    event.preventDefault();
    const data = $('text').value;
    say('sent', data);
    task.send({ data, fail: ({ errMsg }) => say('error', errMsg) });
  });
  // Asks the example server to cut the connection without a word.
  $('drop').addEventListener('click', () => task.send('/drop'));
  $('close').addEventListener('click', () => task.close());
  $('reconnect').addEventListener('click', () => task.reconnect());
  $('send').disabled = $('reconnect').disabled = false;
  show();
}

function showState(state) {
  $('state').textContent = state;
  $('bar').className = `bar ${state}`;
}

function say(kind, data) {
  const line = document.createElement('p');
  line.className = `line ${kind}`;
  line.textContent = typeof data === 'string' ? data : `${data.byteLength} bytes`;
  $('lines').prepend(line);
  if ($('lines').childElementCount > 50) $('lines').lastElementChild.remove();
}
