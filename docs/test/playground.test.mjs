// @ts-check
/** The playground of the built site in Chromium: every button in both languages, by mouse and by touch. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, shot } from './visit.mjs';

const LANGUAGES = /** @type {const} */ (['zh', 'en']);

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** @typedef {import('playwright-core').Page} Page */

const entries = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (window).mdePlayground.entries());
const now = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (window).mdePlayground.now());
const errors = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (window).mdePlayground.errors());
const card = (/** @type {Page} */ page, /** @type {string} */ lane) => page.locator(`.card[data-lane="${lane}"]`);
const button = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-trouble="${name}"]`);

/** @param {Page} page @param {string} lane @param {string} state */
const until = (page, lane, state) => page.waitForSelector(`.card[data-lane="${lane}"][data-state="${state}"]`);

/** Presses a trouble, and waits until it is over. @param {Page} page @param {string} name */
async function strike(page, name) {
  await button(page, name).click();
  await page.waitForSelector('.trouble-button.playing');
  await page.waitForFunction(() => !document.querySelector('.trouble-button.playing'));
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['wechat', 'alipay', 'baidu'])('%s: every button, and our link is back each time', async (host) => {
    const { page, troubles, go, leave } = await site.visit();
    await go(`${language}/playground.html?host=${host}`);
    await page.locator('[data-speed="20"]').click();
    await until(page, 'ours', 'open');
    const names = await page
      .locator('.trouble-button')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-trouble') ?? ''));
    expect(names).toHaveLength(host === 'alipay' ? 8 : 7);
    for (const name of names) {
      await strike(page, name);
      await until(page, 'ours', 'open');
      if (name === 'half-open') await page.screenshot({ path: shot(`playground-${language}-${host}`), fullPage: true });
    }
    expect(await errors(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await leave();
  });
});

test('a half-open link is found by ours alone: the others say “open” and hear nothing', async () => {
  const { page, go, leave } = await site.visit();
  await go('en/playground.html');
  await page.locator('[data-speed="20"]').click();
  await button(page, 'half-open').click();
  await until(page, 'bare', 'deaf');
  await page.waitForFunction(() =>
    /** @type {any} */ (window).mdePlayground
      .entries()
      .some((/** @type {any} */ entry) => entry.cause === 'pong-timeout'),
  );
  await until(page, 'ours', 'open');
  expect(await card(page, 'bare').getAttribute('data-state')).toBe('deaf');
  expect(await card(page, 'by-hand').getAttribute('data-state')).toBe('deaf');
  await leave();
});

test('why messages were lost is said for each lane', async () => {
  const { page, go, leave } = await site.visit();
  await go('en/playground.html');
  await page.locator('[data-speed="20"]').click();
  await until(page, 'ours', 'open');
  await strike(page, 'flood');
  expect(await page.locator('[data-lost="ours"]').textContent()).toMatch(/the queue was full/);
  expect(await page.locator('[data-lost="bare"]').textContent()).toMatch(/readyState is not OPEN/);
  await leave();
});

test('what the application sees is shown for each lane', async () => {
  const { page, go, leave } = await site.visit();
  await go('en/playground.html');
  await page.locator('[data-speed="20"]').click();
  await until(page, 'ours', 'open');
  await strike(page, 'server-gone');
  const seen = page.locator('.seen ol');
  expect(await seen.textContent()).toMatch(/onClose\{"code":1006.*"willReconnect":true\}.*onReconnect\{"attempt":1/);
  await page.locator('[data-seen="by-hand"]').click();
  expect(await seen.textContent()).not.toMatch(/onReconnect/);
  await leave();
});

test('the address holds the story: opened again, it is the same to the message', async () => {
  const { page, go, leave } = await site.visit();
  await go('en/playground.html?host=alipay&pingTimeout=5000');
  await page.locator('[data-speed="20"]').click();
  await until(page, 'ours', 'open');
  await strike(page, 'second-task');
  await strike(page, 'wifi-to-4g');
  await page.locator('[data-control="pause"]').click();
  const before = await entries(page);
  await page.goto(page.url(), { waitUntil: 'networkidle' });
  await until(page, 'ours', 'open');
  expect(page.url()).toMatch(/host=alipay&pingTimeout=5000&story=\d+-second-task_\d+-wifi-to-4g$/);
  const struckAt = before.find((/** @type {any} */ { name }) => name === 'wifi-to-4g').at;
  const until4g = (/** @type {any[]} */ all) => all.filter(({ at }) => at < struckAt);
  expect(until4g(before).length).toBeGreaterThan(50);
  expect(until4g(await entries(page))).toEqual(until4g(before));
  await leave();
});

test('an address that names what is not here says so, and plays the rest', async () => {
  const { page, troubles, go, leave } = await site.visit();
  await go('en/playground.html?host=nokia&story=1000-earthquake');
  await until(page, 'ours', 'open');
  expect(await page.locator('.notice').textContent()).toMatch(/host=nokia, story=1000-earthquake/);
  expect(troubles).toEqual([]);
  await leave();
});

test('a hidden tab stands still, and goes on where it was', async () => {
  const { page, go, leave } = await site.visit();
  await go('en/playground.html');
  await until(page, 'ours', 'open');
  const hide = (/** @type {boolean} */ hidden) =>
    page.evaluate((value) => Object.defineProperty(document, 'hidden', { configurable: true, value }), hidden);
  await hide(true);
  await page.waitForFunction(
    () => {
      const { now: time } = /** @type {any} */ (window).mdePlayground;
      const seen = /** @type {any} */ (window);
      const isSame = seen.before === time();
      seen.before = time();
      return isSame;
    },
    undefined,
    { polling: 300 },
  );
  const stoodAt = await now(page);
  await hide(false);
  await page.waitForFunction((at) => /** @type {any} */ (window).mdePlayground.now() > at, stoodAt);
  expect((await now(page)) - stoodAt).toBeLessThan(5000);
  await leave();
});

test('on a phone: by touch, without a hover, no wider than the window', async () => {
  const { page, troubles, go, leave } = await site.visit({ width: 390, touch: true });
  await go('zh/playground.html');
  await until(page, 'ours', 'open');
  await page.locator('[data-speed="20"]').tap();
  await button(page, 'half-open').tap();
  await page.waitForSelector('.story .chart .dropped');
  await page.locator('[data-control="pause"]').tap();
  await page.locator('.story .chart .dropped').last().tap();
  expect(await page.locator('.told').textContent()).toMatch(/消息 \d+，.*丢失：/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.screenshot({ path: shot('playground-phone'), fullPage: true });
  expect(troubles).toEqual([]);
  await leave();
});

test('in the dark', async () => {
  const { page, go, leave } = await site.visit({ dark: true, locale: 'en-US' });
  await go('en/playground.html?host=wechat.iOS&story=8000-background_40000-flood');
  await until(page, 'ours', 'open');
  await page.screenshot({ path: shot('playground-dark') });
  await leave();
});
