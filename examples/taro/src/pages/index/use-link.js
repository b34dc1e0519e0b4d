import { useEffect, useState } from 'react';
import link from '../../link';

/** The link as a component shows it: its state, what was said, and what can be done. */
export function useLink() {
  const [view, setView] = useState({ ready: false, state: 'connecting', latency: null });
  const [lines, setLines] = useState([]);

  useEffect(() => watch(setView, (kind, text) => setLines((before) => add(before, kind, text))), []);

  const say = (kind, text) => setLines((before) => add(before, kind, text));
  return {
    ...view,
    lines,
    send: (data) => {
      say('sent', data);
      link.then((task) => task.send({ data, fail: ({ errMsg }) => say('error', errMsg) }));
    },
    // Asks the example server to cut the connection without a word.
    drop: () => link.then((task) => task.send('/drop')),
    close: () => link.then((task) => task.close()),
    reconnect: () => link.then((task) => task.reconnect()),
  };
}

/** Follows the link until the function that it returns is called; the link itself stays. */
function watch(setView, say) {
  let stops = [];
  let isLeft = false;

  const start = (task) => {
    if (isLeft) return;
    const show = () => setView({ ready: true, state: task.state, latency: task.latency });
    const clock = setInterval(show, 1000);
    stops = [
      () => clearInterval(clock),
      task.on('state', show),
      task.on('open', () => say('note', 'open')),
      task.on('message', ({ data }) => say('received', data)),
      task.on('error', ({ errMsg }) => say('error', errMsg)),
      task.on('close', ({ code, cause, reason, willReconnect }) => {
        say('note', `closed: ${code} ${cause}${reason && ` ${reason}`}${willReconnect ? '' : ', for good'}`);
      }),
      task.on('reconnect', ({ attempt, delay }) => say('note', `attempt ${attempt} in ${Math.round(delay)} ms`)),
    ];
    show();
  };

  link.then(start, (error) => {
    say('error', error.message);
    setView({ ready: false, state: 'closed', latency: null });
  });

  return () => {
    isLeft = true;
    for (const stop of stops) stop();
  };
}

function add(lines, kind, data) {
  const text = typeof data === 'string' ? data : `${data.byteLength} bytes`;
  const id = lines.length ? lines[0].id + 1 : 1;
  return [{ id, kind, text }, ...lines].slice(0, 50);
}
