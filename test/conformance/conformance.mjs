// @ts-check
/**
 * The contract as a suite: the same promises, held against every built file of an entry on every host it serves.
 */
import { describe } from 'vitest';
import { alipayRules } from './promises/alipay.mjs';
import { badInput } from './promises/bad-input.mjs';
import { closing } from './promises/closing.mjs';
import { comingBack } from './promises/coming-back.mjs';
import { entry } from './promises/entry.mjs';
import { grammar } from './promises/grammar.mjs';
import { handlers } from './promises/handlers.mjs';
import { heartbeat } from './promises/heartbeat.mjs';
import { logging } from './promises/logging.mjs';
import { oneLink } from './promises/one-link.mjs';
import { oneSocket } from './promises/one-socket.mjs';
import { opening } from './promises/opening.mjs';
import { params } from './promises/params.mjs';
import { promised } from './promises/promised.mjs';
import { queueing } from './promises/queueing.mjs';
import { real } from './promises/real.mjs';
import { reconnect } from './promises/reconnect.mjs';
import { retries } from './promises/retries.mjs';
import { seed } from './promises/seed.mjs';
import { sending } from './promises/sending.mjs';
import { suspension } from './promises/suspension.mjs';
import { waking } from './promises/waking.mjs';
import { checkRigs } from './rig.mjs';

const EVERYWHERE = [
  entry,
  opening,
  badInput,
  params,
  heartbeat,
  retries,
  reconnect,
  sending,
  queueing,
  closing,
  grammar,
  oneLink,
  comingBack,
  handlers,
  waking,
  suspension,
  logging,
  seed,
  real,
];

/** @param {import('./subjects.mjs').Subject[]} subjects */
export function conformance(subjects) {
  for (const subject of subjects) {
    const { file, host, behaviour } = subject;
    describe(`${file} on ${host}`, () => {
      checkRigs();
      for (const promise of EVERYWHERE) promise(subject);
      if (subject.oneSocket) oneSocket(subject);
      if (behaviour.emulator === 'either host' && !behaviour.framework) alipayRules(subject);
      if (!subject.taskAtOnce) promised(subject);
    });
  }
}
