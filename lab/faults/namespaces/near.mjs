// @ts-check
/** The client's side, all bundles at once: `node near.mjs <url of the server>`. */
import { confirmed } from '../confirmed.mjs';
import { ENTRIES } from '../entries.mjs';
import { outcomeOf } from '../outcome.mjs';
import { createSubject } from '../subject.mjs';
import { createWatch } from '../watch.mjs';
import { DROPPED } from './dropped.mjs';
import { serve } from './remote.mjs';

const watch = createWatch();
const subjects = await Promise.all(ENTRIES.map((entry) => createSubject(entry, `${process.argv[2]}/${entry}`, watch)));
/** @type {{ at: number, event: number }[]} */
let since = [];

/** @param {(subject: import('../subject.mjs').Subject) => unknown} condition */
const all = (condition) => watch.when(() => subjects.every(condition));

serve({
  async open() {
    await Promise.all(subjects.map((subject) => subject.start()));
    await all(({ isOpen }) => isOpen());
  },
  /** Three messages from each. */
  say() {
    for (const { send } of subjects) for (let count = 0; count < 3; count += 1) send();
  },
  /** Waits until each has heard a message, and of its own knows what became of them. @param {string} id */
  heard: (id) => all(({ heard, isAnswered }) => heard.includes(id) && isAnswered()),
  struck() {
    since = subjects.map(({ events }) => ({ at: performance.now(), event: events.length }));
  },
  /** Waits until each has lost its link and failed to get another. */
  failed: () => all(({ count }) => count('close') > 1),
  back: () => all(({ isOpen }) => isOpen()),
  /** @param {{ told: Record<string, string[]>, peers: { entry: string, received: string[] }[] }} server */
  async outcomes({ told, peers }) {
    for (const { task } of subjects) task.close();
    await confirmed(() => subjects.every(({ isUnheard }) => isUnheard()));
    return subjects.map((subject, index) => {
      const received = peers.filter(({ entry }) => entry === subject.entry).map((peer) => peer.received);
      const { fault, ...outcome } = outcomeOf(DROPPED, subject, since[index], { told: told[subject.entry], received });
      return outcome;
    });
  },
});
