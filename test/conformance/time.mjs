// @ts-check
/** Virtual time. */
import { vi } from 'vitest';

export const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
/** Lets time pass, and the host accept what was asked of it meanwhile. */
export const settle = (ms = 0) => tick(ms + 2);
