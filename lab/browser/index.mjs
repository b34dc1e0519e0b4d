// @ts-check
/**
 * Takes a page with a link through a browser's life, over a real server, and prints what was told when.
 *
 *   npm run test:browser
 *
 * Exit code 1 when something was not told, or too late; 2 when there are arguments.
 */
import { startServer } from '../emulators/server.mjs';
import { startChromium } from './chromium.mjs';
import { startSite } from './site.mjs';
import { STEPS } from './story.mjs';
import { tellingOf } from './telling.mjs';

const given = process.argv.slice(2);
if (given.length === 0) await main();
else {
  console.error(`usage: npm run test:browser, without arguments; got ${given.join(' ')}`);
  process.exitCode = 2;
}

async function main() {
  const server = await startServer({ answer: (data) => (data === 'ping' ? 'pong' : data) });
  const site = await startSite();
  const chromium = await startChromium();
  console.log(`dist/web.mjs in Chromium ${chromium.version}\n`);
  try {
    for (const step of STEPS) await play(step, { ...chromium, server, site });
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  } finally {
    await chromium.close();
    await server.stop();
    site.close();
  }
}

/** @param {import('./story.mjs').Step} step @param {import('./story.mjs').Stage} stage */
async function play(step, stage) {
  const telling = tellingOf(stage.page);
  console.log(step.name);
  try {
    await step.acts(stage);
    await telling.expect(step.tells ?? []);
    await step.afterwards?.(stage);
    await telling.expect(step.tellsThen ?? []);
    if (step.within) telling.expectWithin(...step.within);
  } finally {
    console.log(telling.lines());
  }
}
