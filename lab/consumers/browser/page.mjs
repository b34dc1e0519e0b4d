// @ts-check
/** A built page, opened in the browser and used as a person would. */
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 45_000;

/** What the browser itself says of a network that is gone; the page cannot prevent it. */
const EXPECTED =
  /WebSocket connection to .* failed|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET)/;

/**
 * @param {import('./chromium.mjs').Chromium} chromium
 * @param {string} url
 * @param {string} name of its screenshots
 */
export async function openInBrowser({ browser, screenshot }, url, name) {
  const context = await browser.newContext({ viewport: { width: 390, height: 700 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(url);
  let pictures = 0;

  const texts = (/** @type {string} */ place) => page.locator(place).allInnerTexts();
  const shown = {
    page,
    complaints,
    state: async () => (await texts('.state, #state')).join().trim(),
    lines: async () => (await texts('.line')).map((text) => text.trim()),
    latency: async () => (await texts('.latency, #latency')).join().trim(),
    /** @param {string} label */
    press: (label) => page.getByText(label, { exact: false }).first().click(),
    /** @param {string} text */
    async say(text) {
      await page.locator('input').first().fill(text);
      await shown.press('Send');
      return text;
    },
    /** @param {string} what @param {() => boolean | Promise<boolean>} isSo */
    async until(what, isSo) {
      const limit = Date.now() + PATIENCE;
      // The browser tells nobody when a text changes, so it is asked.
      while (!(await isSo())) {
        if (Date.now() > limit) {
          throw new Error(
            `${what}: not within ${PATIENCE / 1000} s. Shown: ${await page.locator('body').textContent()}`,
          );
        }
        await pause(50);
      }
    },
    setOffline: (/** @type {boolean} */ isOffline) => context.setOffline(isOffline),
    picture(/** @type {string} */ what) {
      pictures += 1;
      return screenshot(page, `${name}-${pictures}-${what}`);
    },
    close: () => context.close(),
  };
  return shown;
}
