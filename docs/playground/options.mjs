// @ts-check
/**
 * The options that can be turned, each with the values to pick from; the first is the library's default.
 *
 * @type {Record<string, (number | string | boolean)[]>}
 */
export const OPTIONS = {
  pingTimeout: [15_000, 5000, 0],
  pongTimeout: [10_000, 3000],
  probeTimeout: [3000, 1000, 10_000],
  reconnectTimeout: [2000, 500, 'backoff'],
  queueLimit: [100, 10, 0],
  wake: [true, false],
};

/** What is given to the library: only what differs from its default. @param {Record<string, any>} picked */
export function chosen(picked) {
  return Object.fromEntries(
    Object.entries(OPTIONS).flatMap(([name, [standard]]) =>
      picked[name] === undefined || picked[name] === standard ? [] : [[name, picked[name]]],
    ),
  );
}
