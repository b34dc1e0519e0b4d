// @ts-check
import { describe, expect, it } from 'vitest';
import { verifyOutcome } from '../../../lab/bench/crowd/check.mjs';
import { curveOf, figuresOf } from '../../../lab/bench/crowd/figures.mjs';
import { drawnCurve } from '../../../lab/bench/crowd/index.mjs';
import { createRandom } from '../../../lab/bench/crowd/random.mjs';
import { createServer } from '../../../lab/bench/crowd/server.mjs';
import { HORIZON, simulate } from '../../../lab/bench/crowd/simulate.mjs';

/** @type {import('../../../lab/bench/crowd/server.mjs').ServerOptions} */
const server = { goneFor: 1000, perSecond: 10, queueMs: 200, roundTrip: [0, 0] };

/** @param {number} pauseMs @returns {import('../../../lab/bench/crowd/policies.mjs').Policy} */
const every = (pauseMs) => ({ name: 'steady', connectTimeout: 500, create: () => () => pauseMs });

describe('the server of the crowd', () => {
  it('refuses while it is gone, then accepts at its pace, and answers nobody beyond its queue', () => {
    const { arrive, REFUSED, UNANSWERED } = createServer(server);
    expect(arrive(999)).toBe(REFUSED);
    expect(arrive(1000)).toBe(100);
    expect(arrive(1000)).toBe(200);
    expect(arrive(1000)).toBe(300);
    expect(arrive(1000)).toBe(UNANSWERED);
    expect(arrive(1100)).toBe(300);
    expect(arrive(9000)).toBe(100);
  });
});

describe('a crowd of one', () => {
  const crowd = { clients: 1, seed: 1, server };
  const outcome = simulate(every(400), crowd);

  it('tries again until the server is there', () => {
    // Noticed within 100 ms: tries after 400 to 500 ms, 800 to 900 ms, and then 1200 to 1300 ms.
    expect(outcome).toMatchObject({ attempts: 3, refused: 2, unanswered: 0, accepted: 1 });
    expect(outcome.backAt[0]).toBeGreaterThanOrEqual(1300);
    expect(outcome.backAt[0]).toBeLessThanOrEqual(1403);
  });

  it('is read off in seconds from the return', () => {
    const { halfBackSeconds, wastedWhileGone, peakPerSecond, neverBack } = figuresOf(outcome, crowd);
    expect(halfBackSeconds).toBeCloseTo((outcome.backAt[0] - 1000) / 1000);
    expect({ wastedWhileGone, peakPerSecond, neverBack }).toEqual({
      wastedWhileGone: 2,
      peakPerSecond: 10,
      neverBack: 0,
    });
  });

  it('leaves a curve that ends with everybody back', () => {
    const curve = curveOf(outcome, 1);
    expect(curve.map(({ arrivals }) => arrivals)).toEqual([2, 1]);
    expect(curve.at(-1)?.back).toBe(1);
  });
});

describe('a crowd', () => {
  const crowd = { clients: 100, seed: 7, server };

  it('is the same for the same seed', () => {
    expect(simulate(every(300), crowd)).toEqual(simulate(every(300), crowd));
    const [first, second] = [createRandom(1), createRandom(2)];
    expect(first()).not.toBe(second());
  });

  it('passes the check of its own account', () => {
    const outcome = simulate(every(300), crowd);
    expect(() => verifyOutcome('steady', outcome, crowd)).not.toThrow();
    expect(outcome.attempts).toBeGreaterThan(100);
  });

  it('may have clients that never come back', () => {
    const outcome = simulate(every(HORIZON * 2), crowd);
    expect(figuresOf({ ...outcome }, crowd)).toMatchObject({ neverBack: 1, halfBackSeconds: Number.POSITIVE_INFINITY });
  });
});

describe('the account of a crowd', () => {
  const crowd = { clients: 100, seed: 7, server };
  const outcome = simulate(every(300), crowd);

  it.each([
    [
      'a client is counted that is not back',
      { backAt: outcome.backAt.map((at, client) => (client ? at : 0)) },
      /clients that are back/,
    ],
    ['an attempt has no end', { attempts: outcome.attempts + 1 }, /attempts by their end/],
    [
      'somebody is back before the server',
      { backAt: outcome.backAt.map((at, client) => (client ? at : 1)) },
      /before the server/,
    ],
    ['the server did more than it can', { backAt: outcome.backAt.map(() => 1500) }, /the server can do/],
  ])('fails when %s', (_, change, message) => {
    expect(() => verifyOutcome('steady', { ...outcome, ...change }, crowd)).toThrow(message);
  });
});

describe('the line of a policy', () => {
  const crowd = { clients: 10, server };
  const points = [{ second: 0, arrivals: 1, back: 0 }];
  const done = [
    { policy: 'steady', crowd: { ...crowd, seed: 2 }, figures: {} },
    { policy: 'steady', crowd: { ...crowd, seed: 1 }, figures: {}, curve: points },
  ];

  it('is of the seed that drew it, though another ended first', () => {
    expect(drawnCurve(done, 'steady', crowd)).toEqual({ policy: 'steady', clients: 10, points });
  });

  it('must be there', () => {
    expect(() => drawnCurve(done.slice(0, 1), 'steady', crowd)).toThrow('steady: nothing was drawn for 10 clients');
  });
});
