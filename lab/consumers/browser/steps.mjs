// @ts-check
/** What only a page in a browser goes through. */
import { comesBack, reaches } from '../scenario.mjs';

/** @type {import('../scenario.mjs').Step} */
export const goesOffline = {
  title: 'loses the network without a word, and is back with it; what was said meanwhile arrives',
  async run(page) {
    await page.setOffline(true);
    const said = await page.say('without a network');
    await page.picture('offline');
    await page.setOffline(false);
    await reaches(page, 'open');
    await comesBack(page, said);
  },
};

/** @type {import('../scenario.mjs').Step} */
export const showsLatency = {
  title: 'shows the latency',
  run: (page) => page.until('a latency is shown', async () => /^\d+ ms$/.test(await page.latency())),
};

/** A step with a picture of how it ended. @param {import('../scenario.mjs').Step} step @param {string} what @returns {import('../scenario.mjs').Step} */
export const pictured = (step, what) => ({
  ...step,
  async run(page, index) {
    await step.run(page, index);
    await page.picture(what);
  },
});

/** @type {import('../scenario.mjs').Step} */
export const isTidy = {
  title: 'throws nothing, complains of nothing, and asks nobody else for anything',
  async run(page) {
    await page.press('Close');
    await reaches(page, 'closed');
    await page.picture('closed');
    await page.close();
    return page.complaints;
  },
};
