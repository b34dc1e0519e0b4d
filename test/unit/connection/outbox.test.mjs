// @ts-check
import { expect, test, vi } from 'vitest';
import { send } from '../../../build/universal/connection/outbox';
import { createLink } from '../../../build/universal/host/link';

test('messages that the host has answered are not kept, however many it never answers', () => {
  const options = /** @type {any} */ ({ platform: {} });
  const link = createLink(/** @type {any} */ ({ options }), true);
  /** @type {any} */
  const outbox = { options, state: 'open', link, giveUp: null, queue: [], inFlight: [], thinAt: 16 };
  link.socketTask = { send() {} };
  for (let i = 0; i < 100; i += 1) send(outbox, { data: 'never answered', success: vi.fn() });
  link.socketTask = { send: (/** @type {any} */ { success }) => success({}) };
  for (let i = 0; i < 10_000; i += 1) send(outbox, { data: 'answered', success: vi.fn() });
  expect(outbox.inFlight.filter((/** @type {any} */ { sender }) => sender)).toHaveLength(100);
  expect(outbox.inFlight.length).toBeLessThan(250);
});
