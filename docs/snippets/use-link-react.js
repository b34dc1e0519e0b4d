// useLink.js, React
import { useCallback, useEffect, useRef, useState } from 'react';
import { acquire, release } from './link.js';

export function useLink(onMessage) {
  const [state, setState] = useState('connecting');
  const link = useRef(null);
  const handler = useRef(onMessage);

  useEffect(() => {
    handler.current = onMessage;
  });

  useEffect(() => {
    const stops = [];
    let isGone = false;
    link.current = acquire();
    link.current.then((task) => {
      if (isGone) return;
      stops.push(
        task.on('message', (event) => handler.current?.(event.data)),
        task.on('state', (event) => setState(event.state)),
      );
      setState(task.state);
    });
    return () => {
      isGone = true;
      for (const stop of stops) stop();
      release();
    };
  }, []);

  const send = useCallback((message) => {
    link.current?.then((task) => task.send(message));
  }, []);
  return { state, send };
}
