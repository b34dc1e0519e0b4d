// @ts-check
/**
 * The promises of the contract that a course can break; each that it did, as a sentence.
 *
 * @param {import('./outcome.mjs').Outcome} outcome
 * @returns {string[]}
 */
export function mistakesOf(outcome) {
  const { fault, entry, story, noticed } = outcome;
  /** @type {[unknown, string][]} */
  const broken = [
    [!fault.story.test(story), `it reported "${story}", not ${fault.story}`],
    [fault.noticed && !(noticed !== undefined && noticed >= fault.noticed.from - 1), `it noticed after ${noticed} ms`],
    ...ofMessages(outcome),
    [outcome.peak > 1, `${outcome.peak} sockets were alive at once`],
    [outcome.timers > 0, `${outcome.timers} timers after close()`],
    // Where the host cannot remove a listener one of each kind stays: show, hide and network.
    [outcome.listeners > (entry === 'baidu' ? 3 : 0), `${outcome.listeners} listeners left`],
    [outcome.thrown.length > 0, `it threw ${outcome.thrown.join(', ')}`],
  ];
  return broken.filter(([isBroken]) => isBroken).map(([, sentence]) => `${fault.name}, ${entry}: ${sentence}`);
}

/** @param {import('./outcome.mjs').Outcome} outcome @returns {[unknown, string][]} */
function ofMessages({ fault, entry, sent, told, heard, received }) {
  const arrived = received.flat();
  const answered = sent.filter(({ answers }) => answers.length === 1);
  return [
    [hasTwice(arrived), `the server received something twice: ${arrived}`],
    [hasTwice(heard), `the client heard something twice: ${heard}`],
    [received.some((ids) => stepsBack(ids) > 0), `out of order at the server: ${received.join(' | ')}`],
    [stepsBack(heard) > (fault.isHeardLate?.(entry) ? 1 : 0), `out of order at the client: ${heard}`],
    [answered.length !== sent.length, 'a message was not answered exactly once by success or fail'],
    [fault.losesNothing && arrived.length < sent.length, `the server received only ${arrived}`],
    [fault.losesNothing && heard.length < told.length, `the client heard only ${heard}`],
  ];
}

/** @param {string[]} ids */
function hasTwice(ids) {
  return new Set(ids).size < ids.length;
}

/** How often a number is smaller than the one before it. @param {string[]} ids */
function stepsBack(ids) {
  const numbers = ids.map((id) => Number(id.slice(1)));
  return numbers.filter((number, index) => index > 0 && number < numbers[index - 1]).length;
}
