// @ts-check
/** As long as a small JSON message. */
export const MESSAGE = JSON.stringify({ type: 'price', id: 4711, bid: 101.25, ask: 101.75 });
