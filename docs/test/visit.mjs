// @ts-check
/** The built site on a plain file server, and visits to it in Chromium in which everything that goes wrong is collected. */
import { once } from 'node:events';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './browser.mjs';

const dist = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));
const shots = fileURLToPath(new URL('../../reports/site', import.meta.url));
export const base = process.env.SITE_BASE ?? '/';
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
});

/** Without these it asks for things of its own. */
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Where a screenshot goes. @param {string} name */
export function shot(name) {
  mkdirSync(shots, { recursive: true });
  return join(shots, `${name}.png`);
}

export async function openSite() {
  const server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://here').pathname);
    const file = join(dist, path.replace(base, '/'), path.endsWith('/') ? 'index.html' : '');
    if (!path.startsWith(base) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...QUIET],
  });
  return {
    origin,
    /** A fresh visit. @param {{ locale?: string, width?: number, dark?: boolean, touch?: boolean }} [options] */
    visit: (options) => visit(browser, origin, options),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {{ locale?: string, width?: number, dark?: boolean, touch?: boolean }} [options]
 */
async function visit(browser, origin, { locale = 'zh-CN', width = 1280, dark = false, touch = false } = {}) {
  const context = await browser.newContext({
    locale,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: touch,
    isMobile: touch,
    viewport: { width, height: width < 500 ? 844 : 900 },
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const troubles = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (said) => /error|warning/.test(said.type()) && troubles.push(said.text()));
  page.on(
    'response',
    (response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`),
  );
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data:|blob:)/.test(url) && !url.startsWith(origin)) troubles.push(url);
  });
  const go = (/** @type {string} */ path) => page.goto(origin + base + path, { waitUntil: 'networkidle' });
  return { page, troubles, go, leave: () => context.close() };
}
