// @ts-check
/** Simulates one crowd at a time, as it is told. */
import { parentPort } from 'node:worker_threads';
import { verifyOutcome } from './check.mjs';
import { curveOf, figuresOf } from './figures.mjs';
import { policyNamed } from './scenario.mjs';
import { loadBackoff } from './shipped.mjs';
import { simulate } from './simulate.mjs';

parentPort?.on('message', ({ policy: name, crowd }) => {
  const policy = policyNamed(name, loadBackoff);
  const outcome = simulate(policy, crowd);
  verifyOutcome(name, outcome, crowd);
  parentPort?.postMessage({
    policy: name,
    crowd,
    figures: figuresOf(outcome, crowd),
    curve: crowd.seed === 1 ? curveOf(outcome, crowd.clients) : undefined,
  });
});
