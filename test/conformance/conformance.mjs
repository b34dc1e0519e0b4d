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
import { subjectsOf } from './subjects.mjs';

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

/**
 * @param {string} name an entry: `index`, `wechat`, …
 * @param {Parameters<typeof subjectsOf>[1]} [hosts] by default those that have an entry of their own
 */
export function conformance(name, hosts) {
  for (const subject of subjectsOf(name, hosts)) {
    describe(`${subject.file} on ${subject.host}`, () => {
      checkRigs();
      for (const promise of EVERYWHERE) promise(subject);
      if (subject.oneSocket) oneSocket(subject);
      if (subject.host.startsWith('my')) alipayRules(subject);
      if (!subject.taskAtOnce) promised(subject);
    });
  }
}
