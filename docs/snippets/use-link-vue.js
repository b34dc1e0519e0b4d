// useLink.js, Vue 3
import { onScopeDispose, readonly, ref } from 'vue';
import { acquire, release } from './link.js';

export function useLink(onMessage) {
  const state = ref('connecting');
  const stops = [];
  let isGone = false;

  const link = acquire();
  link.then((task) => {
    if (isGone) return;
    stops.push(
      task.on('message', (event) => onMessage?.(event.data)),
      task.on('state', (event) => {
        state.value = event.state;
      }),
    );
    state.value = task.state;
  });

  onScopeDispose(() => {
    isGone = true;
    for (const stop of stops) stop();
    release();
  });

  return { state: readonly(state), send: (message) => link.then((task) => task.send(message)) };
}
