// @ts-check
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createAccount } from '../../../lab/soak/account.mjs';
import { readArguments, USAGE } from '../../../lab/soak/arguments.mjs';
import { slopeOf, trendOf } from '../../../lab/soak/flat.mjs';
import { verdictOn } from '../../../lab/soak/verdict.mjs';

/** @param {string[]} args */
const soak = (...args) => spawnSync(process.execPath, ['lab/soak/index.mjs', ...args], { encoding: 'utf8' });

it('a crowd that is cut at random loses count of nothing and grows nowhere', () => {
  const { status, stdout, stderr } = soak('--tasks', '300', '--seconds', '4', '--seed', '7');
  expect(stderr).toBe('');
  expect(stdout).toContain('300 tasks, 4 s, seed 7: 0 bounds broken.');
  expect(status).toBe(0);
}, 40_000);

it.each([
  [['--tasks', '0'], '--tasks must be a whole number from 4 to 4000, got "0"'],
  [['--tasks', 'many'], '--tasks must be a whole number from 4 to 4000, got "many"'],
  [['--seconds', '1.5'], '--seconds must be a whole number from 2 to 86400, got "1.5"'],
  [['--seconds', '-1'], '--seconds must be a whole number from 2 to 86400, got "-1"'],
  [['--seed=-1'], '--seed must be a whole number from 0 to 4294967295, got "-1"'],
  [['--seed'], '--seed must be a whole number from 0 to 4294967295, got none'],
  [['--seed='], '--seed must be a whole number from 0 to 4294967295, got ""'],
  [['--task', '5'], 'unknown argument "--task"'],
  [['--toString', '5'], 'unknown argument "--toString"'],
  [['--tasks', '5', '--'], 'unknown argument "--"'],
  [['-5'], 'unknown argument "-5"'],
  [['5'], 'unknown argument "5"'],
])('refuses %j and says why in one sentence', (args, message) => {
  expect(() => readArguments(args)).toThrow(new RegExp(`^${message}$`));
});

it('says what is wrong with its arguments and how they go, and does nothing', () => {
  const { status, stdout, stderr } = soak('--seconds', '-1');
  expect(stderr).toBe(`--seconds must be a whole number from 2 to 86400, got "-1"\n${USAGE}\n`);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

describe('a fitted line', () => {
  const steps = [0, 1, 2, 3, 4];
  const samples = (/** @type {number[]} */ values) => values.map((heap, at) => ({ at: at * 1000, heap }));

  it('has the slope of a line, whatever lies evenly around it', () => {
    expect(slopeOf(steps, [1, 3, 5, 7, 9])).toBe(2);
    expect(slopeOf(steps, [5, 7, 5, 7, 5])).toBe(0);
  });

  it('tells a leak from noise and from shrinking', () => {
    const allowed = { share: 0.05, floor: 2 };
    expect(trendOf(samples([100, 102, 104, 106, 108]), 'heap', allowed)).toMatchObject({ growth: 8, isFlat: false });
    expect(trendOf(samples([100, 108, 100, 108, 100]), 'heap', allowed)).toMatchObject({ growth: 0, isFlat: true });
    expect(trendOf(samples([108, 106, 104, 102, 100]), 'heap', allowed)).toMatchObject({ growth: -8, isFlat: true });
  });

  it('allows the floor where the share is less', () => {
    expect(trendOf(samples([10, 10.5, 11, 11.5, 12]), 'heap', { share: 0.05, floor: 2 })).toMatchObject({
      isFlat: true,
    });
  });
});

describe('the verdict', () => {
  /** @returns {any} */
  const sound = () => ({
    asked: { tasks: 1, seconds: 3, seed: 1 },
    samples: [0, 1, 2].map((at) => ({ at, heap: 10, handles: 10, timers: 1, listeners: 2 })),
    strokes: { reset: 1 },
    connections: 2,
    losses: { host: 1 },
    messages: { ...createAccount(1, 1).close(), sent: 4, delivered: 3, lostWithLink: 1 },
    wrong: createAccount(1, 1).wrong,
    left: { timers: 0, listeners: 0 },
    thrown: [],
  });

  it('finds nothing in a sound run', () => {
    expect(verdictOn(sound()).broken).toEqual([]);
  });

  it.each([
    [
      'a leak of the heap',
      { samples: [0, 1, 2].map((at) => ({ at, heap: 10 + 2 * at, handles: 1, timers: 1, listeners: 1 })) },
    ],
    ['a message nobody answered', { messages: { ...sound().messages, unanswered: 1 } }],
    ['a message lost on a living link', { messages: { ...sound().messages, lostOnLink: 1 } }],
    ['a message lost on a link that was let alone', { messages: { ...sound().messages, lostUnstruck: 1 } }],
    ['a timer left', { left: { timers: 1, listeners: 0 } }],
    ['a listener left', { left: { timers: 0, listeners: 1 } }],
    ['an error thrown', { thrown: ['Error: boom'] }],
    ['a run that cut nothing', { strokes: {} }],
    ['a run that delivered nothing', { messages: { ...sound().messages, delivered: 0 } }],
  ])('finds %s', (_name, doctored) => {
    expect(verdictOn({ ...sound(), ...doctored }).broken).toHaveLength(1);
  });

  it.each(Object.keys(sound().wrong))('finds a message that is %s', (name) => {
    expect(verdictOn({ ...sound(), wrong: { ...sound().wrong, [name]: 1 } }).broken).toHaveLength(1);
  });
});
