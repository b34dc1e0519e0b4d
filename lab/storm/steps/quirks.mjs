// @ts-check
/** The host takes on an oddity of `lab/emulators/quirks.mjs`, or loses all. */
import { quirkSet } from '../../emulators/quirks.mjs';
import { nothing, one } from './step.mjs';

/** @type {[string, any[]][]} */
const SWITCHES = [
  ['connectThrows', [true]],
  ['connectReturnsNothing', [true]],
  ['connectIgnored', [true]],
  ['connectFails', ['no such luck']],
  ['connectFailsSync', [true]],
  ['limitReturnsTask', [false]],
  ['maxSockets', [1, 2]],
  ['successNeverComes', [true]],
  ['secondConnect', ['replace', 'refuse', 'refuse if open']],
  ['refusedEvents', ['error', 'close', 'error-close', 'close-error', 'none']],
  ['lossEvents', ['error', 'close', 'error-close', 'close-error', 'none']],
  ['closeAfterError', [150, 200, 300]],
  ['closeDelay', [30, 500, 1500]],
  ['duplicateEvents', [true]],
  ['deafClose', [true]],
  ['ghostSocket', [true]],
  ['closeBeforeOpen', ['ignored']],
  ['closePayload', ['reason only', 'string code', 'none', 'code 0', 'always 1006', 'undefined']],
  ['undefinedPayloads', [true]],
  ['nesting', ['data']],
  ['nestsSingle', [true]],
  ['bareErrors', [true]],
  ['emptyPayloads', [true]],
  ['limitErrno', [true]],
  ['limitError', [3]],
  ['networkLies', [true]],
  ['binaryIn', ['base64', 'ArrayBuffer']],
  ['taskListeners', ['replace']],
  ['earlySendSync', [true]],
  ['sendThrows', [true, true, true]],
  ['sendFails', [true]],
  ['sendNeverAnswers', [true]],
  ['sendAnswersTwice', [true]],
  ['closeThrows', [true]],
  ['closeRefusals', [1, 2, 3]],
  ['closeWantsForeground', [true]],
  ['refusesAtHide', [true, true]],
  ['callsPromise', [true]],
  ['mutatesOptions', [true]],
  ['backgroundLoss', ['silent', 'none']],
  ['backgroundCode', [0, 1006, -1]],
  ['backgroundFreezes', [true]],
  ['backgroundInterrupts', [false]],
  ['promiseSettles', ['late', 'never']],
];
const TURNS = SWITCHES.flatMap(([name, values]) => values.map((value) => ({ name, value })));

/** A host of tasks that has the global API too returns nothing only when it fails. @param {import('../subjects.mjs').Subject} subject @param {string} name */
function isImpossible({ connects, hasLine }, name) {
  return name === 'connectReturnsNothing' && connects === 'task' && hasLine;
}

/** @type {Record<string, import('./step.mjs').Kind>} */
export const QUIRK_STEPS = {
  quirk: {
    weight: 7,
    with: (subject) => ({ turn: one(...TURNS.filter(({ name }) => !isImpossible(subject, name))) }),
    run(world, { turn }) {
      world.quirks[turn.name] = turn.value;
    },
    tell: ({ turn }) => `from here on the host has the quirk ${turn.name}: ${turn.value}`,
  },
  well: {
    weight: 3,
    with: nothing,
    run: well,
    tell: () => 'the host loses all its quirks',
  },
};

/** What a host is from the start. */
const FIXED = ['appEvents', 'appNames', 'appOff', 'networkEvents', 'readyState', 'defaultMultiple'];

/** What was fixed when the host was made stays. @param {import('./step.mjs').World} world */
export function well({ quirks, subject }) {
  const kept = FIXED.map((name) => [name, quirks[name]]);
  Object.assign(quirks, quirkSet(subject.own), Object.fromEntries(kept));
}
