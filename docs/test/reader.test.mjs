// @ts-check
/** The built site in Chromium, under the base path that it was built for: what a reader does, and nothing in the console. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base, openSite, shot } from './visit.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test.each([
  ['zh-CN', 'zh/'],
  ['en-US', 'en/'],
  ['fr-FR', 'en/'],
])('a reader with %s comes to %s', async (locale, folder) => {
  const { page, troubles, go, leave } = await site.visit({ locale });
  await go('');
  await page.waitForURL(`${site.origin}${base}${folder}`);
  expect(troubles).toEqual([]);
  await leave();
});

describe.each([
  ['desktop', 1280],
  ['phone', 390],
])('on a %s', (name, width) => {
  test('no page is wider than the window, and nothing is said in the console', async () => {
    const { page, troubles, go, leave } = await site.visit({ width });
    for (const path of [
      'zh/',
      'zh/guide/start.html',
      'zh/troubleshooting.html',
      'zh/servers/node.html',
      'zh/reference/api.html',
      'en/reference/benchmarks.html',
    ]) {
      await go(path);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([
        path,
        true,
      ]);
      await page.screenshot({ path: shot(`${name}-${path.replace(/\W+/g, '-')}`) });
    }
    expect(troubles).toEqual([]);
    await leave();
  });

  test.each([
    ['心跳', /心跳/],
    ['断线', /故障排查断线/],
    ['url not in domain list', /url not in domain list/],
    ['SocketTask.readyState is not OPEN', /readyState is not OPEN/],
    ['互踢', /互踢/],
  ])('a search for %s finds it', async (words, wanted) => {
    const { page, troubles, go, leave } = await site.visit({ width });
    await go('zh/');
    await page.locator('.VPNavBarSearch button').first().click();
    await page.locator('#localsearch-input').fill(words);
    const first = page.locator('.results .result').first();
    await first.waitFor();
    await page.screenshot({ path: shot(`${name}-search-${words.replace(/\s+/g, '-')}`) });
    expect(await page.locator('.results').textContent()).toMatch(wanted);
    await first.click();
    await page.locator('.vp-doc').waitFor();
    expect(troubles).toEqual([]);
    await leave();
  });
});

test('a link to an error’s entry shows that entry', async () => {
  const { page, go, leave } = await site.visit();
  await go('zh/troubleshooting.html#max-count');
  await expect
    .poll(() => page.locator('#max-count').evaluate((entry) => Math.abs(entry.getBoundingClientRect().top) < 300))
    .toBe(true);
  await leave();
});

test('it follows the system into the dark', async () => {
  const { page, go, leave } = await site.visit({ dark: true });
  await go('zh/reference/how-it-works.html');
  expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(true);
  await page
    .locator('.states')
    .first()
    .screenshot({ path: shot('states-dark') });
  await leave();
});
