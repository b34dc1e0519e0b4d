// @ts-check
/** What only a mini program goes through. */
import { comesBack, echo, reaches } from '../scenario.mjs';

/** @type {import('../scenario.mjs').Step} */
export const leavesAndReturns = {
  title: 'is open again at once after the host cut it off in the background',
  async run(app) {
    app.background();
    await app.until('the host cuts the link', () => app.phone.counts().open === 0 || app.state() !== 'open');
    app.foreground();
    await reaches(app, 'open');
    await echo(app, 'back in front');
  },
};

/** @type {import('../scenario.mjs').Step} */
export const showsLatency = {
  title: 'shows the latency',
  async run(app) {
    // A short absence: the link lives, and is probed.
    app.background();
    app.foreground();
    await app.until('a latency is shown', () => /^\d+ ms$/.test(app.latency()));
  },
};

/** @type {import('../scenario.mjs').Step} */
export const isTidy = {
  title: 'has one socket at most, and none once it is closed; nothing throws',
  async run(app) {
    const last = app.say('last');
    await comesBack(app, last);
    app.press('Close');
    await reaches(app, 'closed');
    const { live, peak } = app.phone.counts();
    app.close();
    return [
      ...(live > 0 ? [`${live} sockets are left after close()`] : []),
      ...(peak > 1 ? [`there were ${peak} sockets at once`] : []),
      ...app.complaints.map((/** @type {string} */ text) => `console.error: ${text}`),
      ...app.phone.thread.errors.map((/** @type {any} */ { error }) => `thrown: ${error?.stack ?? error}`),
    ];
  },
};
