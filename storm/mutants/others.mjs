// @ts-check
/** What reconnecting-websocket, partysocket and others get wrong, and what else a rule must see. */

/** @type {import('./mutants.mjs').Mutant[]} */
export const OTHERS = [
  {
    name: 'a params() that rejects is not heard',
    lesson: 'a url provider that rejects or never settles locks reconnection for ever',
    file: 'link.ts',
    find: "    (error) => failed(link, error, 'params'),",
    replace: '    () => undefined,',
  },
  {
    name: 'the bound begins at connectSocket',
    lesson: 'a url provider that never settles locks reconnection for ever',
    file: 'connection.ts',
    find: "  schedule(connection, connection.options.connectTimeout, () => end(connection, 'connect-timeout'));",
    replace:
      "  const { params, connectTimeout } = connection.options;\n  const bound = typeof params === 'function' ? Infinity : connectTimeout;\n  schedule(connection, bound, () => end(connection, 'connect-timeout'));",
  },
  {
    name: 'every close is 1000',
    lesson: 'the close event shown is a synthetic 1000, so policies never see 4401',
    file: 'connection.ts',
    find: 'end(connection, cause, readCode(raw), readReason(raw), raw);',
    replace: "end(connection, cause, 1000, '', raw);",
  },
  {
    name: 'a queue without bound',
    lesson: 'queues without bound',
    file: 'outbox.ts',
    find: ' || queue.length > options.queueLimit) {',
    replace: ') {',
  },
  {
    name: 'a flush sends all again',
    lesson: 'a flush that fails midway sends its first messages twice',
    file: 'outbox.ts',
    find: '  while (outbox.queue.length && isReady(outbox)) handOver(outbox, outbox.queue.shift()!);',
    replace:
      '  outbox.queue.forEach((message) => { if (isReady(outbox)) handOver(outbox, message); });\n  if (isReady(outbox)) outbox.queue = [];',
  },
  {
    name: 'a flush does not look',
    lesson: 'a socket closing during a flush',
    file: 'outbox.ts',
    find: '  while (outbox.queue.length && isReady(outbox)) handOver(outbox, outbox.queue.shift()!);',
    replace: '  while (outbox.queue.length && outbox.link) handOver(outbox, outbox.queue.shift()!);',
  },
  {
    name: 'a message overtakes the queue',
    lesson: 'a `send` inside `onOpen` overtakes the queue',
    file: 'outbox.ts',
    find: '  flush(outbox);\n  if (isReady(outbox)) return handOver(outbox, message);',
    replace: '  if (isReady(outbox)) return handOver(outbox, message);',
  },
  {
    name: 'a delay overflows',
    lesson: 'exponential delays overflow 32 bits and become 1 ms',
    file: 'timer.ts',
    find: 'Math.min(ms, LONGEST_DELAY)',
    replace: 'ms',
  },
  {
    name: 'jitter drawn once',
    lesson: 'jitter drawn once per process, or lost in a refactoring',
    file: 'backoff.ts',
    find: '  return ({ attempt }) => {',
    replace: '  const once = Math.random();\n  const Math_ = { random: () => once };\n  return ({ attempt }) => {',
    also: ['return Math.random() *', 'return Math_.random() *'],
  },
  {
    name: 'online while a timer is pending',
    lesson: '“online” while a timer is pending opens a second socket',
    file: 'connection.ts',
    find: "    if (connection.state === 'waiting') connect(connection);\n    else if (isReady(connection))",
    replace: "    if (connection.state !== 'closed') connect(connection);\n    else if (isReady(connection))",
  },
  {
    name: 'close() only drops the link',
    lesson: '`close()` doubling as “drop the link”',
    file: 'connection.ts',
    find: 'const DECIDED = /user|replaced|superseded/;',
    replace: 'const DECIDED = /replaced|superseded/;',
  },
  {
    name: 'a view sends its whole buffer',
    lesson: 'MQTT.js on wx sends the whole backing buffer of a view',
    file: 'message.ts',
    find: 'data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength)',
    replace: 'data.buffer.slice(0)',
  },
  {
    name: 'a sleeper is killed',
    lesson: 'rule 8: a link whose timers fire late is probed',
    file: 'heartbeat.ts',
    find: '  if (elapsed < 0 || (isAwaiting && isLate(heartbeat))) probe(heartbeat);',
    replace: '  if (elapsed < 0) probe(heartbeat);',
  },
  {
    name: 'the queue of the host is not waited for',
    lesson: 'rule 8: what the host had in its queue is delivered before a link counts as dead',
    file: 'heartbeat.ts',
    find: '  else if (heartbeat.isLastMoment) heartbeat.listeners.dead(heartbeat);',
    replace: '  else heartbeat.listeners.dead(heartbeat);',
    also: ['  else {\n    heartbeat.isLastMoment = true;\n    wait(heartbeat, 1);\n  }\n', ''],
  },
  {
    name: 'the caller’s params are changed',
    lesson: 'rule 7: the caller’s objects are never mutated',
    file: 'link.ts',
    find: '  const params: any = {};\n  if (link.hangUp) return;',
    replace: '  const params: any = given;\n  if (link.hangUp) return;',
  },
  {
    name: 'listeners stay on the host',
    lesson: 'rule 3: the host holds no listener of a closed task',
    file: 'connection.ts',
    find: '    listen(connection, false);',
    replace: '',
  },
  {
    name: 'handlers change during a dispatch',
    lesson: 'rule 6: handlers added or removed during a dispatch take effect with the next one',
    file: 'events.ts',
    find: '  added[hook] = (added[hook] || []).concat(entry);',
    replace:
      '  (added[hook] = added[hook] || []).push(entry);\n  if (events.handlers.length) events.handlers.push(entry);',
  },
  {
    name: 'an answer counts twice',
    lesson: 'rule 5: exactly one of `success` and `fail`, once',
    file: 'message.ts',
    find: '  message.sender = null;\n',
    replace: '',
  },
  {
    name: 'messages in flight are forgotten',
    lesson: 'rule 5: exactly one of `success` and `fail`, also when the host never answers',
    file: 'outbox.ts',
    find: '  const lost = outbox.inFlight;',
    replace: '  const lost: Outgoing[] = [];',
  },
];
