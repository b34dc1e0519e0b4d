// @ts-check
/** What a client is led through can fail, each check by itself. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scenario } from '../../../lab/clients/scenarios/kit.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const honest = {
  open: () => ({}),
  text: async (/** @type {any} */ _, /** @type {string} */ value) => value,
  bytes: async (/** @type {any} */ _, /** @type {Uint8Array} */ value) => value,
  close: () => {},
};

/** @param {Partial<typeof honest>} client @param {Record<string, any>} [phone] */
async function failuresOf(client, phone = {}) {
  /** @type {Record<string, boolean>} */
  const checks = {};
  const api = {
    troubles: ['short absence', 'restart', 'foreground', 'network'],
    patience: 3000,
    restart: async () => {},
    away: async () => {},
    changeNetwork: async () => {},
    awayShortly: async () => true,
    openSockets: () => 0,
    report(/** @type {string} */ check, /** @type {{ ok: boolean }} */ { ok }) {
      checks[check] = ok;
    },
    ...phone,
  };
  const done = scenario({ ...honest, ...client })(/** @type {any} */ (api));
  await vi.advanceTimersByTimeAsync(60000);
  await done;
  return { all: Object.keys(checks), failed: Object.keys(checks).filter((check) => !checks[check]) };
}

test('a client that does everything right passes every check', async () => {
  const { all, failed } = await failuresOf({});
  expect(all).toEqual(['round trip', 'bytes', 'short absence', 'restart', 'foreground', 'network', 'closed']);
  expect(failed).toEqual([]);
});

test('text that comes back changed', async () => {
  const { all, failed } = await failuresOf({ text: async (_, value) => value.replace('é', 'e') });
  expect(all).toEqual(['round trip']);
  expect(failed).toEqual(['round trip']);
});

test('a client that never opens', async () => {
  expect((await failuresOf({ open: () => new Promise(() => {}) })).failed).toEqual(['round trip']);
});

test('a whole buffer that is sent for a view of it', async () => {
  const { failed } = await failuresOf({ bytes: async (_, { buffer }) => new Uint8Array(buffer) });
  expect(failed).toEqual(['bytes']);
});

test('a link that is dropped after a short absence', async () => {
  expect((await failuresOf({}, { awayShortly: async () => false })).failed).toEqual(['short absence']);
});

test.each([
  ['restart', 'restart'],
  ['foreground', 'away'],
  ['network', 'changeNetwork'],
])('a client that does not come back: %s', async (check, trouble) => {
  let isLost = false;
  const text = (/** @type {any} */ _, /** @type {string} */ value) =>
    isLost ? new Promise(() => {}) : Promise.resolve(value);
  const lose = async () => {
    isLost = true;
  };
  const { failed } = await failuresOf({ text: /** @type {any} */ (text) }, { troubles: [check], [trouble]: lose });
  expect(failed).toEqual([check]);
});

test('a client that is back late is told with the time it took', async () => {
  let backAt = 0;
  const text = async (/** @type {any} */ _, /** @type {string} */ value) => {
    if (Date.now() < backAt) throw new Error('not open');
    return value;
  };
  /** @type {Record<string, number>} */
  const times = {};
  await failuresOf(
    { text },
    {
      troubles: ['restart'],
      async restart() {
        backAt = Date.now() + 1000;
      },
      report(/** @type {string} */ check, /** @type {any} */ { ms }) {
        times[check] = ms;
      },
    },
  );
  expect(times.restart).toBe(1000);
});

test('a socket that is left open', async () => {
  expect((await failuresOf({}, { openSockets: () => 1 })).failed).toEqual(['closed']);
});
