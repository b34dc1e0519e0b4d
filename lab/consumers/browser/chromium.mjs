// @ts-check
/** Debian's Chromium, driven by playwright-core. */
import path from 'node:path';
import { chromium } from 'playwright-core';

/** @typedef {Awaited<ReturnType<typeof startChromium>>} Chromium */

/** @param {string} executablePath @param {string} pictures the folder for screenshots */
export async function startChromium(executablePath, pictures) {
  const browser = await chromium.launch({
    executablePath,
    timeout: 120_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const screenshot = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ name) =>
    page.screenshot({ timeout: 120_000, path: path.join(pictures, `${name}.png`), fullPage: true });

  return {
    browser,
    screenshot,
    /** A picture of a page that is text. @param {string} html @param {string} name */
    async picture(html, name) {
      const page = await browser.newPage({ viewport: { width: 390, height: 700 }, deviceScaleFactor: 2 });
      await page.setContent(html);
      await screenshot(page, name);
      await page.close();
    },
    stop: () => browser.close(),
  };
}
