// @ts-check
/** The built site in Chromium, under the base path that it was built for: what a reader does, and nothing in the console. */
import { once } from 'node:events';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.mjs';

const dist = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));
const shots = fileURLToPath(new URL('../../reports/site', import.meta.url));
const base = process.env.SITE_BASE ?? '/';
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
});

/** @type {import('playwright-core').Browser} */
let browser;
let origin = '';
/** @type {import('node:http').Server} */
let server;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://here').pathname);
    const file = join(dist, path.replace(base, '/'), path.endsWith('/') ? 'index.html' : '');
    if (!path.startsWith(base) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

/**
 * A fresh visit; what goes wrong in it is collected.
 *
 * @param {{ locale?: string, width?: number, dark?: boolean }} [options]
 */
async function visit({ locale = 'zh-CN', width = 1280, dark = false } = {}) {
  const context = await browser.newContext({
    locale,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height: width < 500 ? 844 : 900 },
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const troubles = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (said) => said.type() === 'error' && troubles.push(said.text()));
  page.on(
    'response',
    (response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`),
  );
  page.on(
    'request',
    (request) =>
      !/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(origin) && troubles.push(request.url()),
  );
  const go = (/** @type {string} */ path) => page.goto(origin + base + path, { waitUntil: 'networkidle' });
  return { page, troubles, go, leave: () => context.close() };
}

test.each([
  ['zh-CN', 'zh/'],
  ['en-US', 'en/'],
  ['fr-FR', 'en/'],
])('a reader with %s comes to %s', async (locale, folder) => {
  const { page, troubles, go, leave } = await visit({ locale });
  await go('');
  await page.waitForURL(`${origin}${base}${folder}`);
  expect(troubles).toEqual([]);
  await leave();
});

describe.each([
  ['desktop', 1280],
  ['phone', 390],
])('on a %s', (name, width) => {
  test('no page is wider than the window, and nothing is said in the console', async () => {
    const { page, troubles, go, leave } = await visit({ width });
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
      await page.screenshot({ path: join(shots, `${name}-${path.replace(/\W+/g, '-')}.png`) });
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
    const { page, troubles, go, leave } = await visit({ width });
    await go('zh/');
    await page.locator('.VPNavBarSearch button').first().click();
    await page.locator('#localsearch-input').fill(words);
    const first = page.locator('.results .result').first();
    await first.waitFor();
    await page.screenshot({ path: join(shots, `${name}-search-${words.replace(/\s+/g, '-')}.png`) });
    expect(await page.locator('.results').textContent()).toMatch(wanted);
    await first.click();
    await page.locator('.vp-doc').waitFor();
    expect(troubles).toEqual([]);
    await leave();
  });
});

test('a link to an error’s entry shows that entry', async () => {
  const { page, go, leave } = await visit();
  await go('zh/troubleshooting.html#max-count');
  await expect
    .poll(() => page.locator('#max-count').evaluate((entry) => Math.abs(entry.getBoundingClientRect().top) < 300))
    .toBe(true);
  await leave();
});

test('it follows the system into the dark', async () => {
  const { page, go, leave } = await visit({ dark: true });
  await go('zh/reference/how-it-works.html');
  expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(true);
  await page.locator('.states').screenshot({ path: join(shots, 'states-dark.png') });
  await leave();
});
