// @ts-check
/** A link on a host that does only what a test says. */
import { vi } from 'vitest';
import { createLink } from '../../build/universal/link';

const NAMES = ['opened', 'received', 'failed', 'closed', 'lackedParams', 'superseded'];

/** A link that is opening, and what it reports. */
export function opening(
  /** @type {any} */ platform,
  /** @type {any} */ params = { url: 'wss://server' },
  { retries = 0, isFirst = true, create = createLink } = {},
) {
  /** @type {any[]} */
  const heard = [];
  const listeners = /** @type {any} */ (
    Object.fromEntries(NAMES.map((name) => [name, (/** @type {any} */ raw) => void heard.push([name, raw])]))
  );
  const adopted = vi.fn();
  const link = create(/** @type {any} */ ({ platform, params }), retries, isFirst, { ...listeners, adopted });
  link.open();
  return { link, heard, adopted, names: () => heard.map(([name]) => name) };
}

export const settings = () => ({ success: vi.fn(), fail: vi.fn(), complete: vi.fn() });
