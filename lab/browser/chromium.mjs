// @ts-check
/**
 * A headless Chromium whose tabs are hidden and shown as a user's are. A driver that starts the browser itself makes
 * every tab count as visible, so it is started here, and the driver joins.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installChromium, installDriver } from './installed.mjs';

export async function startChromium() {
  const { chromium } = installDriver();
  const profile = mkdtempSync(join(tmpdir(), 'mde-browser-'));
  const args = ['--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(installChromium(), [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const over = new Promise((resolve) => child.once('exit', resolve));
  const browser = await chromium.connectOverCDP(await addressOf(child), { noDefaults: true });
  const [context] = browser.contexts();
  return {
    version: browser.version(),
    context,
    page: context.pages()[0],
    async close() {
      await browser.close();
      child.kill();
      await over;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Where it is spoken to, which is the first thing it says. @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} */
function addressOf(child) {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (text) => {
      said += text;
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
}
