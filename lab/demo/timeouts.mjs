// @ts-check
/**
 * The timeouts of the story beside the defaults.
 *
 * @typedef {{ name: string, here: number, usual: number }} Timeout milliseconds
 */

/** Everything is quicker than the defaults, so that a story of minutes takes seconds. */
export const QUICK = { pingTimeout: 1000, pongTimeout: 600, probeTimeout: 400, connectTimeout: 3000, minUptime: 500 };

/** The defaults, as a task has them that never gets as far as the host. @param {any} MdeWebsocket @returns {Promise<Timeout[]>} */
export async function timeoutsOf(MdeWebsocket) {
  const task = await MdeWebsocket({ params: () => new Promise(() => {}) });
  task.close();
  return Object.entries(QUICK).map(([name, here]) => ({ name, here, usual: task.opts[name] }));
}

/** @param {Timeout[]} timeouts */
export function tellTimeouts(timeouts) {
  const list = timeouts.map(({ name, here, usual }) => `${name} ${here} ms (default ${usual})`);
  return `The timeouts are shorter than the defaults, so that minutes become seconds: ${list.join(', ')}.`;
}
