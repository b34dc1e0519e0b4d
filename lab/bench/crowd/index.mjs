// @ts-check
/**
 * The crowd: up to a million clients that lose one server together. For each policy and size of crowd: how hard they
 * hit the server, how much of that is in vain, and when they are back. Simulated, on all cores.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { verify } from '../check.mjs';
import { summarizeFields } from '../stats.mjs';
import { verifyPublished } from './published.mjs';
import { CANDIDATES, CROWDS, POLICIES, SEEDS, SWEPT } from './scenario.mjs';

/** @typedef {{ policy: string, crowd: import('./simulate.mjs').Crowd }} Job */
/** @typedef {Job & { figures: Record<string, number>, curve?: { second: number, arrivals: number, back: number }[] }} Done */

/** @param {{ rounds: number, say: (line: string) => void }} how */
export async function crowd({ say }) {
  await verifyPublished();
  const jobs = unique([
    ...CROWDS.flatMap((crowd) => POLICIES.flatMap((policy) => jobsOf(policy, crowd))),
    ...SWEPT.flatMap((crowd) => CANDIDATES.flatMap((policy) => jobsOf(policy, crowd))),
  ]);
  say(`crowd: ${jobs.length} simulations`);
  // The longest first, so that the cores end together.
  jobs.sort((a, b) => b.crowd.clients - a.crowd.clients);
  const done = await runAll(jobs);
  return {
    server: CROWDS[0].server,
    crowds: CROWDS.map(({ clients }) => clients),
    rows: CROWDS.flatMap((crowd) => POLICIES.map((policy) => rowOf(done, policy, crowd))),
    sweep: CANDIDATES.map((policy) => ({ policy, crowds: SWEPT.map((crowd) => rowOf(done, policy, crowd)) })),
    curves: CROWDS.flatMap((crowd) => POLICIES.map((policy) => drawnCurve(done, policy, crowd))),
  };
}

/**
 * The line of a policy: of the one seed that drew it, whichever ended first.
 *
 * @param {Done[]} done
 * @param {string} policy
 * @param {Omit<import('./simulate.mjs').Crowd, 'seed'>} crowd
 */
export function drawnCurve(done, policy, crowd) {
  const points = done.find((job) => isOf(job, policy, crowd) && job.curve)?.curve;
  verify(points, `${policy}: nothing was drawn for ${crowd.clients} clients`);
  return { policy, clients: crowd.clients, points };
}

/**
 * A small crowd varies from run to run, a million hardly does.
 *
 * @param {string} policy
 * @param {Omit<import('./simulate.mjs').Crowd, 'seed'>} crowd
 * @returns {Job[]}
 */
function jobsOf(policy, crowd) {
  const seeds = crowd.clients < 1e6 ? SEEDS : SEEDS.slice(0, 1);
  return seeds.map((seed) => ({ policy, crowd: { ...crowd, seed } }));
}

/** The shipped `backoff()` is among the policies and among the candidates. @param {Job[]} jobs */
function unique(jobs) {
  return [...new Map(jobs.map((job) => [JSON.stringify(job), job])).values()];
}

/** @param {Job[]} jobs @returns {Promise<Done[]>} */
async function runAll(jobs) {
  const queue = [...jobs];
  /** @type {Done[]} */
  const done = [];
  const lanes = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, () => lane(queue, done));
  await Promise.all(lanes);
  return done;
}

/** @param {Job[]} queue @param {Done[]} done */
function lane(queue, done) {
  const worker = new Worker(new URL('worker.mjs', import.meta.url));
  return new Promise((resolve, reject) => {
    const next = () => {
      const job = queue.shift();
      if (job) worker.postMessage(job);
      else worker.terminate().then(resolve, reject);
    };
    worker.on('message', (result) => {
      done.push(result);
      next();
    });
    worker.on('error', reject);
    next();
  });
}

/** @param {Job} job @param {string} policy @param {Omit<import('./simulate.mjs').Crowd, 'seed'>} crowd */
function isOf(job, policy, { clients, server }) {
  return job.policy === policy && job.crowd.clients === clients && job.crowd.server.goneFor === server.goneFor;
}

/** @param {Done[]} done @param {string} policy @param {Omit<import('./simulate.mjs').Crowd, 'seed'>} crowd */
function rowOf(done, policy, crowd) {
  const figures = done.filter((job) => isOf(job, policy, crowd)).map((job) => job.figures);
  return { policy, clients: crowd.clients, goneFor: crowd.server.goneFor, ...summarizeFields(figures) };
}
