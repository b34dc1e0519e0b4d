// @ts-check
/**
 * Changes that no test sees, and why none can. One that is not listed here fails `npm run mutation`, and so does one
 * that is listed and has been seen.
 */

const SPEED = 'the same is done, at another speed';
const OVERWRITTEN = 'is written before it is read';

/** @type {import('./survivors.mjs').Explanation[]} */
export const EXPLAINED = [
  {
    file: 'core/host/base64.ts',
    code: 'bits >= 6',
    change: 'bits > 6',
    why: 'six bits that are left over are written by the line behind the loop',
  },
  {
    file: 'core/host/base64.ts',
    code: 'i < text.length',
    change: 'i <= text.length',
    why: 'what is behind the end is no digit, and passed over',
  },
  {
    file: 'core/connection/events.ts',
    code: 'task[hook] && !(others && others.length) && !handlers.length && !posted.length',
    change: 'false',
    why: SPEED,
  },
  { file: 'core/connection/events.ts', code: 'others && others.length', change: 'true', why: SPEED },
  {
    file: 'core/connection/heartbeat.ts',
    code: 'now < heartbeat.since',
    change: 'now <= heartbeat.since',
    why: 'a second ping in the same millisecond sets the same deadline',
  },
  {
    file: 'core/index.ts',
    code: "'__VERSION__'",
    change: '""',
    why: 'the version is put in when the bundle is made; that is tested on the bundles',
  },
  {
    file: 'core/common/kind.ts',
    code: 'expected.indexOf(kindOf(value)) < 0',
    change: 'expected.indexOf(kindOf(value)) <= 0',
    why: 'no sentence begins with a kind: they begin with “a”',
  },
  { file: 'core/host/line.ts', code: 'false', change: 'true', why: `wasRefused ${OVERWRITTEN}` },
  { file: 'core/host/line.ts', code: '() => false', change: '() => undefined', why: `wasRefused ${OVERWRITTEN}` },
  { file: 'core/host/message.ts', code: "typeof data !== 'string'", change: 'true', why: SPEED },
  { file: 'core/host/message.ts', code: "'string'", change: '""', why: SPEED },
  {
    file: 'core/connection/outbox.ts',
    code: 'outbox.inFlight.push(message) > outbox.thinAt',
    change: 'outbox.inFlight.push(message) <= outbox.thinAt',
    why: SPEED,
  },
  {
    file: 'core/connection/outbox.ts',
    code: 'outbox.inFlight.push(message) > outbox.thinAt',
    change: 'outbox.inFlight.push(message) >= outbox.thinAt',
    why: SPEED,
  },
  {
    file: 'core/connection/outbox.ts',
    code: '2 * outbox.inFlight.length + 16',
    change: '2 * outbox.inFlight.length - 16',
    why: SPEED,
  },
  {
    file: 'core/connection/outbox.ts',
    code: '2 * outbox.inFlight.length',
    change: '2 / outbox.inFlight.length',
    why: SPEED,
  },
  { file: 'core/connection/outbox.ts', code: '!queue.length && isReady(outbox)', change: 'false', why: SPEED },
  {
    file: 'core/host/payload.ts',
    code: "typeof raw.data === 'object'",
    change: 'true',
    why: 'text has none of the fields that are looked for',
  },
  {
    file: 'core/host/single-socket.ts',
    code: "'over'",
    change: '""',
    why: 'where the host gave a SocketTask all the same: it is that which is closed, and nobody listens on the line',
  },
  { file: 'core/connection/task.ts', code: "'connecting'", change: '""', why: `state ${OVERWRITTEN}` },
  {
    file: 'core/connection/task.ts',
    code: 'false',
    change: 'true',
    why: `isAwaiting and isLastMoment: each ${OVERWRITTEN}`,
  },
  {
    file: 'core/connection/task.ts',
    code: '[]',
    change: '["Stryker was here"]',
    why: 'an event of a type that nobody can hear',
  },
  {
    file: 'core/connection/task.ts',
    code: "''",
    change: '"Stryker was here!"',
    why: 'data that nobody reads: it is a close',
  },
  { file: 'core/connection/task.ts', code: 'toText(reason).slice(0, 123)', change: 'toText(reason)', why: SPEED },
];

/** What a platform says that can be changed unseen. @type {{ fact: string, why: string }[]} */
export const EXPLAINED_FACTS = [
  {
    fact: 'alipay: a floor of 0.1.0',
    why: 'the typings do not say since when anything is there; the floor is for the reader of the README',
  },
  {
    fact: 'wechat: a floor of 0.1.0',
    why: 'the typings do not say since when connectSocket returns a task, and all else that is used is tested for',
  },
  {
    fact: 'alipay: `onAppShow` is not declared',
    why: 'the overlay says that it may be absent; the core tests for it in any case, as Baidu needs',
  },
  { fact: 'alipay: `offAppShow` is not declared', why: 'the same' },
];
