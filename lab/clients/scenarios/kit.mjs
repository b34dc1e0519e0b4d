// @ts-check
/**
 * What every client is led through, in the program's own context: the scenarios say how a client is opened and how
 * something is sent round by it; when a link is lost, nothing here touches the client.
 *
 * @typedef {{
 *   troubles: string[], patience: number, url: string, urls: string[], room: string,
 *   restart: () => Promise<any>, away: () => Promise<any>, changeNetwork: () => Promise<any>,
 *   awayShortly: () => Promise<boolean>,
 *   call: (name: string, ...values: any[]) => Promise<any>,
 *   openSockets: () => number,
 *   report: (check: string, outcome: { ok: boolean, ms?: number, note?: string }) => void,
 *   tell: (what: string, fact: string) => void,
 * }} Api
 * @typedef {{
 *   open: (api: Api) => any,
 *   text: (session: any, value: string) => Promise<any>,
 *   bytes?: (session: any, value: Uint8Array) => Promise<any>,
 *   close: (session: any) => any,
 *   more?: (session: any, api: Api, check: Check) => Promise<any>,
 *   losses?: boolean,
 * }} Scenario
 * @typedef {(name: string, work: () => Promise<any>) => Promise<boolean>} Check
 */

const TEXT = 'héllo 世界 😀';
const BYTES = [0, 1, 127, 128, 255, 0, 10, 13];
/** @param {Scenario} scenario */
export function scenario({ open, text, bytes, close, more, losses = true }) {
  return async (/** @type {Api} */ api) => {
    const check = checker(api);
    /** @type {any} */
    let session;
    const opened = await check('round trip', async () => {
      session = await within(api.patience, open(api), 'the client never opened');
      expect(await within(api.patience, text(session, TEXT), 'no round trip'), TEXT);
    });
    if (!opened) return;
    if (bytes)
      await check('bytes', async () => compare(await within(5000, roundTrip(bytes, session), 'no round trip')));
    if (losses && api.troubles.includes('short absence')) {
      await check('short absence', async () => {
        if (!(await api.awayShortly())) throw new Error('a link that was alive has been dropped');
      });
    }
    /** @type {Record<string, () => Promise<any>>} */
    const ways = { restart: api.restart, foreground: api.away, network: api.changeNetwork };
    for (const [name, lose] of losses ? Object.entries(ways) : []) {
      if (api.troubles.includes(name)) await check(name, () => recovery(lose, session, text, api.patience));
    }
    await more?.(session, api, check);
    await check('closed', async () => {
      await within(10000, close(session), 'the client never closed');
      await until(() => api.openSockets() === 0, 'a socket is still open', 10000);
    });
  };
}

/** Loses the link by `lose`, and waits for the client to be back: how long, in ms. @param {() => Promise<any>} lose @param {any} session @param {any} text @param {number} patience */
async function recovery(lose, session, text, patience) {
  await lose();
  const from = Date.now();
  await eventually(text, session, patience);
  return Date.now() - from;
}

let turn = 0;

/** Tries round trips until one succeeds: what was under way when the link broke may be lost. */
async function eventually(/** @type {any} */ text, /** @type {any} */ session, /** @type {number} */ patience) {
  const from = Date.now();
  for (;;) {
    turn += 1;
    const value = `again ${turn}`;
    try {
      expect(await within(1000, text(session, value), 'no answer'), value);
      return;
    } catch (error) {
      if (Date.now() - from > patience) throw new Error(`not back after ${patience} ms: ${messageOf(error)}`);
      await pause(100);
    }
  }
}

/** @param {Api} api @returns {Check} */
function checker(api) {
  return async (name, work) => {
    try {
      const ms = await work();
      api.report(name, { ok: true, ms: typeof ms === 'number' ? ms : undefined });
      return true;
    } catch (error) {
      api.report(name, { ok: false, note: messageOf(error) });
      return false;
    }
  };
}

const messageOf = (/** @type {any} */ error) => String(error?.message ?? error);

async function roundTrip(/** @type {any} */ bytes, /** @type {any} */ session) {
  // A view into a larger buffer: what is around it must stay behind.
  const whole = new Uint8Array(BYTES.length + 8).fill(99);
  whole.set(BYTES, 4);
  return bytes(session, whole.subarray(4, 4 + BYTES.length));
}

/** @param {any} data */
function compare(data) {
  const got = Array.from(
    ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data),
  );
  expect(got.join(), BYTES.join());
}

/** @param {any} got @param {any} wanted */
export function expect(got, wanted) {
  if (got !== wanted) throw new Error(`expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {number} ms @param {any} work @param {string} message */
export function within(ms, work, message) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${message} within ${ms} ms`)), ms);
    Promise.resolve(work).then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

/** @param {() => any} condition @param {string} message */
export async function until(condition, message, ms = 15000) {
  const from = Date.now();
  while (!condition()) {
    if (Date.now() - from > ms) throw new Error(`${message} after ${ms} ms`);
    await pause(20);
  }
}

/** Answers by value: `wait(value)` is kept when `came(value)` is called. */
export function mailbox() {
  /** @type {Map<string, (value: any) => void>} */
  const waiting = new Map();
  const key = (/** @type {any} */ value) => (typeof value === 'string' ? value : 'bytes');
  return {
    /** @param {any} value @returns {Promise<any>} */
    wait: (value) => new Promise((resolve) => waiting.set(key(value), resolve)),
    /** @param {any} value */
    came(value) {
      waiting.get(key(value))?.(value);
      waiting.delete(key(value));
    },
  };
}
