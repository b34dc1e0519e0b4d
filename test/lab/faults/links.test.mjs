// @ts-check
/** What the network does to an open link: each promise of `lab/faults/mistakes.mjs`, and what is said here. */
import { SETTINGS } from '../../../lab/faults/subject.mjs';
import { arrived, survives } from './support.mjs';

const FIRST = ['c1', 'c2', 'c3'];
const LAST = ['c7', 'c8', 'c9'];

survives(
  'a link that stands still for a moment is kept, and everything on it arrives',
  'short stall',
  (outcome, expect) => {
    expect(outcome.story).toBe('');
    expect(outcome.received).toHaveLength(1);
  },
);

survives(
  'a link that stands still for long is replaced, and its late end does not touch the new one',
  'long stall',
  (outcome, expect) => {
    expect(outcome.story).toBe('close pong-timeout 1006; reconnect; open');
    expect(outcome.received).toEqual([
      [...FIRST, 'c4', 'c5', 'c6'],
      [...LAST, 'c10', 'c11', 'c12'],
    ]);
    if (outcome.entry !== 'alipay') expect(outcome.heard).not.toContain('s4');
  },
);

survives('a link that goes half-open is noticed by the heartbeat alone', 'half-open', (outcome, expect) => {
  expect(outcome.story).toBe('close pong-timeout 1006; reconnect; open');
  expect(outcome.noticed).toBeGreaterThanOrEqual(SETTINGS.pongTimeout - 1);
  expect(outcome.received).toEqual([FIRST, LAST]);
  expect(outcome.heard).toEqual(['s1', 's2', 's3', 's7', 's8', 's9']);
});

survives('a reset link is back after one pause', 'reset', (outcome, expect) => {
  expect(outcome.story).toBe('close host 1006; reconnect; open');
  expect(outcome.back).toBeGreaterThanOrEqual(SETTINGS.reconnectTimeout - 1);
  expect(outcome.received).toEqual([FIRST, LAST]);
});

survives('half a message from the server is never delivered', 'cut inside a frame, downward', (outcome, expect) => {
  expect(outcome.story).toBe('close host 1006; reconnect; open');
  expect(outcome.heard).not.toContain('s6');
  expect(outcome.heard.slice(-3)).toEqual(['s7', 's8', 's9']);
});

survives('half a message to the server is never received', 'cut inside a frame, upward', (outcome, expect) => {
  expect(outcome.story).toBe('close host 1006; reconnect; open');
  expect(arrived(outcome)).not.toContain('c6');
  expect(outcome.received[1]).toEqual(LAST);
});

survives('a slow path costs no link', 'delay', (outcome, expect) => {
  expect(outcome.story).toBe('open');
  expect(outcome.errors).toEqual([]);
});

survives('bytes that trickle in one by one make the same messages', 'trickle', (outcome, expect) => {
  expect(outcome.story).toBe('open');
  expect(outcome.heard).toEqual(outcome.told);
});
