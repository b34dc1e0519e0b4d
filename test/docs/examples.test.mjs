// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alipay, baidu, wechat, wsTransport } from '../../lab/emulators/index.mjs';
import { readPage } from './markdown.mjs';
import { openPage } from './mini-program.mjs';
import { root } from './readmes.mjs';
import { forUniTarget } from './samples.mjs';

const folder = resolve(root, 'examples');

/** What a reader's own work leaves in a project. */
const FOREIGN = /node_modules|miniprogram_npm|\bdist\b|package-lock\.json|mde-websocket\.js/;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .filter((file) => !FOREIGN.test(file));
const text = (/** @type {string} */ file) => readFileSync(resolve(folder, file), 'utf8');

test('every script of the examples parses', () => {
  const scripts = files.filter((file) => /\.(js|mjs|jsx)$/.test(file));
  expect(scripts.length).toBeGreaterThan(15);
  for (const file of scripts) {
    for (const target of ['MP-WEIXIN', 'MP-ALIPAY', 'MP-BAIDU', 'H5']) {
      transformSync(forUniTarget(text(file), target), { loader: 'jsx', sourcefile: file });
    }
  }
});

test('every settings file of the examples is JSON, and its pages exist', () => {
  const settings = files.filter((file) => file.endsWith('.json')).map((file) => ({ file, ...JSON.parse(text(file)) }));
  for (const { file, pages = [] } of settings) {
    for (const page of pages) {
      const path = join(dirname(file), page.path ?? page);
      expect(files.filter((other) => other.startsWith(`${path}.`))).not.toEqual([]);
    }
  }
});

test('every module that the examples import exists', () => {
  const { exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  for (const file of files.filter((name) => /\.(js|jsx|vue)$/.test(name))) {
    for (const [, name] of text(file).matchAll(/(?:from |require\()'([^']+)'/g)) {
      if (name.startsWith('mde-websocket')) expect(exports).toHaveProperty([name.replace('mde-websocket', '.')]);
      const path = resolve(folder, dirname(file), name);
      const isOurs = name.startsWith('.') && !name.endsWith('/mde-websocket.js');
      if (isOurs) expect([file, name, existsSync(path) || existsSync(`${path}.js`)]).toEqual([file, name, true]);
    }
  }
});

test('every project of the list exists', () => {
  const { links } = readPage(text('README.md'));
  const projects = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...links, 'server', 'servers'].sort()).toEqual(projects.map(({ name }) => name).sort());
});

describe('with the example server running', () => {
  /** @type {import('node:child_process').ChildProcess} */
  let server;
  let url = '';

  beforeAll(async () => {
    server = spawn(process.execPath, [resolve(folder, 'server/server.mjs')], {
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: /** @type {NodeJS.ReadableStream} */ (server.stdout) });
    [url] = await once(lines, 'line');
  });

  afterAll(async () => {
    server.kill();
    await once(server, 'exit');
  });

  test.each([
    ['wechat', 'wechat', 'wx', wechat],
    ['wechat-npm', 'wechat', 'wx', wechat],
    ['alipay', 'alipay', 'my', alipay],
    ['baidu', 'baidu', 'swan', baidu],
  ])('the page of %s connects, sends and shows the answer', async (project, entry, name, emulate) => {
    const phone = emulate({ transport: wsTransport() });
    const { setTimeout, clearTimeout } = phone.thread;
    /** @type {() => void} */
    let changed = () => {};
    const page = openPage(project, entry, {
      globals: { [name]: phone.host, setTimeout, clearTimeout },
      url,
      changed: () => changed(),
    });
    const until = (/** @type {() => boolean} */ isSo) =>
      new Promise((done) => {
        changed = () => isSo() && done(undefined);
        changed();
      });

    page.onLoad();
    await until(() => page.data.state === 'open');
    page.hello();
    await until(() => page.data.messages.includes('hello'));
    page.onUnload();
    expect(phone.thread.errors).toEqual([]);
  });
});
