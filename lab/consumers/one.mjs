// @ts-check
/** The process of one example, started by `process.mjs`. */
import { startChromium } from './browser/chromium.mjs';
import { runExample } from './example.mjs';
import { createReporter } from './reporter.mjs';
import { startWechatBuilder } from './wechat.mjs';

/** @type {{ name: string, library: import('../../scripts/examples/library.mjs').Library, browser: string, pictures: string, work: string }} */
const { name, library, browser, pictures, work } = JSON.parse(process.argv[2]);

// Nobody is left to tell: this process goes, with what it started.
const leave = () => process.kill(-process.pid, 'SIGKILL');
process.on('disconnect', leave);

const reporter = createReporter((message) => process.send?.(message));
const wechat = startWechatBuilder();
/** @type {import('./browser/chromium.mjs').Chromium | undefined} */
let chromium;
await reporter.check(name, '', 'finds its browser', async () => {
  chromium = await startChromium(browser, pictures);
});
if (chromium) {
  await runExample(name, { reporter, library, wechat, chromium, work });
  await chromium.stop();
}
wechat.stop();
process.off('disconnect', leave);
process.on('disconnect', () => process.exit(0));
process.disconnect();
