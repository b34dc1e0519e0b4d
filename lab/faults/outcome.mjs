// @ts-check
/**
 * What a subject that was just closed told and did since a fault struck.
 *
 * @typedef {ReturnType<typeof outcomeOf>} Outcome
 * @typedef {import('./subject.mjs').Reported} Reported
 *
 * @param {import('./faults.mjs').Fault} fault
 * @param {import('./subject.mjs').Subject} subject
 * @param {{ at: number, event: number }} since when it struck, and how much had been reported by then
 * @param {{ told: string[], received: string[][] }} server what it sent, and what it received by connection
 */
export function outcomeOf(fault, { entry, phone, events, heard, sent }, since, server) {
  const reported = events.slice(since.event).filter(({ cause }) => cause !== 'user');
  const { timers, listeners, peak } = phone.counts();
  return {
    fault,
    entry,
    story: storyOf(reported),
    errors: [...new Set(reported.filter(({ type }) => type === 'error').map(({ errMsg }) => String(errMsg)))],
    ...timesOf(reported, since.at),
    sent,
    heard,
    ...server,
    timers,
    listeners,
    peak,
    thrown: phone.thread.errors.map(({ error }) => String(error)),
  };
}

/** Events as one line, with cause and code of each close. @param {Reported[]} events */
export function storyOf(events) {
  return events.map(({ type, cause, code }) => (type === 'close' ? `close ${cause} ${code}` : type)).join('; ');
}

/**
 * When the first loss was noticed, and how long after the last one the task was back.
 *
 * @param {Reported[]} reported
 * @param {number} struckAt
 * @returns {{ noticed?: number, back?: number }}
 */
function timesOf(reported, struckAt) {
  const closes = reported.filter(({ type }) => type === 'close');
  const opened = reported.filter(({ type }) => type === 'open').pop();
  if (closes.length === 0 || !opened) return {};
  return { noticed: closes[0].at - struckAt, back: opened.at - closes[closes.length - 1].at };
}
