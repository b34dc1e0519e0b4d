// @ts-check
/** A link on a host that does only what a test says. */
import { vi } from 'vitest';
import * as universal from '../../../build/universal/host/link';

/** A link that is opening, and what it reports. */
export function opening(
  /** @type {any} */ platform,
  /** @type {any} */ params = { url: 'wss://server' },
  { retries = 0, isFirst = true, program = universal } = {},
) {
  /** @type {any[]} */
  const heard = [];
  const hear =
    (/** @type {string} */ name) =>
    (/** @type {any} */ _, /** @type {any} */ raw, cause = 'host') =>
      void heard.push([cause === 'host' ? name : `${name}: ${cause}`, raw]);
  const adopted = vi.fn();
  /** @type {any} */
  const listeners = {
    adopted: (/** @type {any} */ _, /** @type {any} */ socketTask) => adopted(socketTask),
    opened: hear('opened'),
    received: hear('received'),
    failed: hear('failed'),
    closed: hear('closed'),
  };
  const options = /** @type {any} */ ({ platform, params });
  const record = program.createLink({ options, listeners, retries }, isFirst);
  program.openLink(record);
  const link = {
    send: (/** @type {any} */ message) => program.sendOver(record, message),
    close: (/** @type {number} */ code, /** @type {string} */ reason) => program.closeLink(record, code, reason),
  };
  return { link, heard, adopted, names: () => heard.map(([name]) => name) };
}

export const settings = () => ({ success: vi.fn(), fail: vi.fn(), complete: vi.fn() });
