// @ts-check
/** Each of the eight rules is shown a log that breaks it, and one that does not. */
import { describe, expect, test } from 'vitest';
import { closedIsClosed } from '../../../lab/storm/rules/closed.mjs';
import { comesBack } from '../../../lab/storm/rules/comes-back.mjs';
import { grammar } from '../../../lab/storm/rules/grammar.mjs';
import { handlers } from '../../../lab/storm/rules/handlers.mjs';
import { notOurs } from '../../../lab/storm/rules/not-ours.mjs';
import { oneLink } from '../../../lab/storm/rules/one-link.mjs';
import { refusedCloses } from '../../../lab/storm/rules/refused-closes.mjs';
import { called, closed, dial, heard, judge, open, reconnecting, socket } from './log.mjs';

const WELL = 'all is well';

describe('rule 1, grammar', () => {
  test.each([
    [
      'a link that opens, speaks, is lost and comes back',
      [dial, open, heard('message'), closed(), reconnecting(), dial, open],
      WELL,
    ],
    ['a second open', [dial, open, open], 'open came in an open attempt'],
    ['a message before open', [dial, heard('message')], 'a message came before open'],
    ['a second close', [dial, open, closed(), closed()], 'a second close came'],
    [
      'an error after the last close',
      [dial, closed({ wasOpen: false, willReconnect: false }), heard('error')],
      'after the last close',
    ],
    ['a reconnect without a close', [dial, open, reconnecting()], 'reconnect came in an open attempt'],
    ['an open before the next attempt', [dial, open, closed(), reconnecting(), open], 'open came while waiting'],
    ['a close that was not open and says so', [dial, open, closed({ wasOpen: false })], 'wasOpen: false'],
    ['a close without a code', [dial, open, closed({ code: undefined })], 'no code'],
    ['a cause that does not exist', [dial, open, closed({ cause: 'mood' })], 'the cause mood'],
  ])('%s', (_name, log, expected) => {
    expect(judge(grammar, log)).toContain(expected);
  });

  test('a close that hides the code that the host gave', () => {
    const raw = { code: 4401, reason: 'token' };
    const said = { kind: 'host', what: 'close', socket: socket(), payload: raw, heard: 1 };
    expect(judge(grammar, [dial, open, said, closed({ code: 1000, raw })])).toContain('1000 where the host said 4401');
  });

  test('an attempt that goes on for longer than 200 ms after an error of the host', () => {
    const one = socket();
    const error = { kind: 'host', what: 'error', socket: one, payload: {}, heard: 1 };
    const log = [dial, open, error, { now: 200 }];
    expect(judge(grammar, log, { sockets: [one] })).toBe(WELL);
    expect(judge(grammar, [...log, { now: 201 }], { sockets: [one] })).toContain('did not end an attempt');
  });
});

describe('rule 2, one link', () => {
  test.each([
    ['a socket that is alone', [open], {}, WELL],
    ['a new socket while the old one is live', [dial], {}, 'while socket 1 is live'],
    ['a new socket after the old one was told', [dial], { sockets: [socket({ told: 1, isToldOpen: true })] }, WELL],
    ['a socket left when its attempt is over', [closed(), { state: 'waiting' }], {}, 'was left alive'],
    ['one that opened after it was told', [{ state: 'waiting' }], { sockets: [socket({ told: 1 })] }, 'was left alive'],
    ['two at once', [], { sockets: [socket(), socket({ id: 2 })] }, 'socket 1 of A was left alive'],
  ])('%s', (_name, log, scene, expected) => {
    expect(judge(oneLink, log, scene)).toContain(expected);
  });

  test('a message of a socket whose attempt has ended', () => {
    const old = socket({ phase: 'dead', isOver: true });
    const raw = { data: 'late' };
    const said = { kind: 'host', what: 'message', socket: old, payload: raw, heard: 1 };
    expect(judge(oneLink, [said, heard('message', { data: 'late', raw })], { sockets: [old] })).toContain(
      'was heard after',
    );
  });
});

describe('rule 2, a close that the host refuses', () => {
  const one = socket({ told: 1, isToldOpen: true });
  const refused = { kind: 'close refused', socket: one };
  const hide = { kind: 'announce', topic: 'AppHide', hearers: [0] };
  const show = { kind: 'announce', topic: 'AppShow', hearers: [0] };
  const speaks = { kind: 'host', what: 'message', socket: one, payload: { data: 's1m1' }, heard: 1 };
  /** @param {any[]} log */
  const judged = (...log) => judge(refusedCloses, log, { state: 'closed', sockets: [one] });

  test.each([
    ['is asked for again', [refused, { kind: 'told', socket: one }], WELL],
    ['is left at that', [refused], 'refused to close and was not told again'],
    ['while hidden waits for the return', [hide, refused, {}], WELL],
    ['while hidden is left at that on return', [hide, refused, show], 'was not told again'],
    ['is left at that when the socket speaks', [speaks], 'spoke after its end and was not told again'],
  ])('%s', (_name, log, expected) => {
    expect(judged(...log)).toContain(expected);
  });
});

describe('rule 3, closed is closed', () => {
  const over = { state: 'closed', timers: [], sockets: [] };

  test.each([
    ['nothing more', [...called('close')], over, WELL],
    ['a handler', [...called('close'), heard('message')], over, 'a handler was called after close()'],
    [
      'a callback of a message',
      [...called('close'), { kind: 'callback', task: 0, name: 'success' }],
      over,
      'a callback of a message',
    ],
    [
      'a function of the options',
      [...called('close'), { kind: 'asked', task: 0, what: 'params' }],
      over,
      'a function of the options',
    ],
    ['another socket', [...called('close'), dial], over, 'a socket was asked for'],
    ['a revived task', [...called('close'), ...called('reconnect'), dial], over, WELL],
    ['a timer', [...called('close')], { ...over, timers: [{ due: 9, ms: 9 }] }, 'a timer of A runs'],
    ['a listener of the app', [...called('close')], { ...over, listeners: { AppShow: [{ owner: 0 }] } }, 'for AppShow'],
    [
      'a listener of the line',
      [...called('close')],
      { ...over, listeners: { SocketClose: [{ owner: 0 }] } },
      'for SocketClose',
    ],
  ])('after close(): %s', (_name, log, scene, expected) => {
    expect(judge(closedIsClosed, log, scene)).toContain(expected);
  });
});

describe('rule 4, it always comes back', () => {
  const begun = [{ kind: 'born', task: 0 }, dial];
  const lost = [...begun, open, closed(), reconnecting()];

  test.each([
    ['a task that waits for its timer', lost, { state: 'waiting', timers: [{ due: 2000, ms: 2000 }] }, WELL],
    ['waiting for nothing', lost, { state: 'waiting', timers: [] }, 'nothing is pending'],
    ['connecting without a bound', begun, { state: 'connecting', timers: [] }, 'nothing is pending'],
    [
      'connecting for too long',
      [...begun, { now: 10_201 }],
      { state: 'connecting', timers: [{ due: 10_300, ms: 99 }] },
      'connecting for longer',
    ],
    ['open without a heartbeat', [...begun, open], { timers: [] }, 'nothing is pending'],
    [
      'giving up for no reason',
      [...begun, open, closed({ willReconnect: false })],
      { state: 'closed' },
      'gave up after host',
    ],
    [
      'closed by nobody',
      [...begun, open, closed({ cause: 'user', willReconnect: false })],
      {},
      'closed by the user, who did not',
    ],
    [
      'superseded by nobody',
      [...begun, open, closed({ cause: 'superseded', willReconnect: false })],
      {},
      'superseded by nobody',
    ],
    ['one more than repeatLimit', [{ now: 0 }, ...lost], { spec: { limit: 0 } }, 'where 0 are allowed'],
    [
      'one that comes back for good after platform',
      [...begun, closed({ cause: 'platform', wasOpen: false, willReconnect: false })],
      { state: 'closed' },
      WELL,
    ],
    [
      'a wrong number of the attempt',
      [{ now: 0 }, ...begun, open, closed(), reconnecting({ attempt: 2 })],
      {},
      'says attempt 2 after 0',
    ],
    ['timers without time', [{ kind: 'restless' }], {}, 'never comes to rest'],
  ])('%s', (_name, log, scene, expected) => {
    expect(judge(comesBack, log, scene)).toContain(expected);
  });

  test('a pause that was cut short by nobody', () => {
    const waiting = { state: 'waiting', timers: [{ due: 2000, ms: 2000 }] };
    const log = [
      ...begun,
      {},
      open,
      closed(),
      reconnecting(),
      waiting,
      { now: 100, timers: [{ due: 2000, ms: 1900 }] },
      dial,
    ];
    expect(judge(comesBack, log)).toContain('connected after 100 ms where 2000 ms');
  });

  test('a wake that does not end the wait', () => {
    const waiting = { state: 'waiting', timers: [{ due: 2000, ms: 2000 }] };
    const woken = { kind: 'announce', topic: 'AppShow', hearers: [0] };
    expect(judge(comesBack, [...begun, {}, open, closed(), reconnecting(), waiting, woken])).toContain(
      'was woken and goes on waiting',
    );
  });
});

describe('rule 6, handlers', () => {
  const error = new Error('of a handler');
  const thrown = { kind: 'thrown', task: 0, error, moment: 'open' };
  const event = {};

  test.each([
    ['reported once', [thrown, { kind: 'uncaught', where: 'timer', error }], WELL],
    ['swallowed', [thrown], 'was swallowed'],
    [
      'reported twice',
      [thrown, { kind: 'uncaught', where: 'timer', error }, { kind: 'uncaught', where: 'timer', error }],
      'the library itself threw',
    ],
    ['thrown into the host', [thrown, { kind: 'uncaught', where: 'host', error }], 'was thrown into the host'],
    [
      'an error of the library',
      [{ kind: 'uncaught', where: 'timer', error: new TypeError('x is undefined') }],
      'x is undefined',
    ],
    [
      'a handler that is left out',
      [{ kind: 'handler added', task: 0, type: 'open', handler: 'more' }, heard('open', event)],
      'missed an event',
    ],
    [
      'a handler added too soon',
      [
        heard('open', event),
        { kind: 'handler added', task: 0, type: 'open', handler: 'more' },
        heard('open', event, 'more'),
      ],
      'was not for it',
    ],
    ['a handler called twice', [heard('open', event), heard('open', event)], 'or twice'],
  ])('%s', (_name, log, expected) => {
    expect(judge(handlers, log, { timers: [] })).toContain(expected);
  });
});

describe('rule 7, not ours, not touched', () => {
  const wake = { AppShow: [{ owner: 0 }] };

  test.each([
    ['one listener for the app', [], { listeners: wake }, WELL],
    ['none', [], { listeners: { AppShow: [] } }, 'nobody listens for AppShow'],
    ['two', [], { listeners: { AppShow: [{ owner: 0 }, { owner: 0 }] } }, 'holds 2 listeners of ours'],
    ['a method torn off its host', [{ kind: 'torn', name: 'connectSocket' }], {}, 'called off its object'],
    [
      'off without a listener',
      [{ kind: 'unlisten', topic: 'SocketOpen', leaving: [], owner: 0 }],
      {},
      'without a listener',
    ],
    [
      'a listener of the application removed',
      [{ kind: 'unlisten', topic: 'AppShow', listener: () => {}, leaving: [{ owner: -1 }], owner: 0 }],
      {},
      'a listener of the application',
    ],
    [
      'a listener of another task removed',
      [{ kind: 'unlisten', topic: 'SocketOpen', listener: () => {}, leaving: [{ owner: 1 }], owner: 0 }],
      {},
      'a listener of another task',
    ],
    ["the application's listener gone", [], { missing: ['SocketClose'] }, 'SocketClose is gone'],
    [
      'an announcement that the application missed',
      [{ kind: 'announce', topic: 'AppShow' }],
      {},
      'heard AppShow 0 times',
    ],
    ['a message that was changed', [{ kind: 'touched', what: 'the message A1' }], {}, 'the message A1 of the caller'],
  ])('%s', (_name, log, scene, expected) => {
    expect(judge(notOurs, log, scene)).toContain(expected);
  });

  test('params that were changed', () => {
    const options = { params: { url: 'wss://a' }, wake: true };
    const born = { kind: 'born', task: 0, options };
    expect(judge(notOurs, [born])).toBe(WELL);
    const changes = () => {
      const rule = notOurs();
      rule.on.changed = () => void Object.assign(options.params, { multiple: false });
      return rule;
    };
    expect(judge(changes, [born, { kind: 'changed' }])).toContain('the params of the caller were changed');
  });
});
