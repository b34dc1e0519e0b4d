// @ts-check
/** Servers that do not become WebSockets: what was sent meanwhile waits, and goes out when one does. */
import { SETTINGS } from '../../../lab/faults/subject.mjs';
import { arrived, survives } from './support.mjs';

const EVERYTHING = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const FAILED_TWICE = /^(error; close host 1006; reconnect; ){2}/;

survives('where nobody listens it tries until somebody does', 'refuse', (outcome, expect) => {
  expect(outcome.story).toMatch(FAILED_TWICE);
  expect(arrived(outcome)).toEqual(EVERYTHING);
});

survives('a server that answers 401 is asked again, and never takes a message', 'HTTP 401', (outcome, expect) => {
  expect(outcome.story).toMatch(FAILED_TWICE);
  expect(outcome.received).toEqual([EVERYTHING]);
});

survives('a server that answers 503 is asked again, and never takes a message', 'HTTP 503', (outcome, expect) => {
  expect(outcome.story).toMatch(FAILED_TWICE);
  expect(outcome.received).toEqual([EVERYTHING]);
});

survives('a server that talks nonsense is asked again, and never takes a message', 'garbage', (outcome, expect) => {
  expect(outcome.story).toMatch(FAILED_TWICE);
  expect(outcome.received).toEqual([EVERYTHING]);
});

survives('a server that accepts and says nothing is given up on', 'no answer', (outcome, expect) => {
  expect(outcome.story).toMatch(/^close connect-timeout 1006; reconnect; /);
  expect(outcome.noticed).toBeGreaterThanOrEqual(SETTINGS.connectTimeout - 1);
  expect(outcome.received).toEqual([EVERYTHING]);
});
