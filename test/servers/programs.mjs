// @ts-check
/** The recipes as running programs. Each says its address on its first line. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { GO_PATH, PYTHON, TOMCAT } from './tools.mjs';

export const recipes = fileURLToPath(new URL('../../examples/servers', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** What a run builds; gone with the process. */
const work = mkdtempSync(join(tmpdir(), 'mde-servers-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** @typedef {{ url: string, process: import('node:child_process').ChildProcess, ended: Promise<number | null>, stop: (signal?: NodeJS.Signals) => Promise<number | null> }} Program */

/** @type {Record<string, () => { command: string, args: string[] }>} */
export const SERVERS = {
  node: () => ({ command: process.execPath, args: [join(recipes, 'node/server.mjs')] }),
  python: () => ({ command: PYTHON, args: [join(recipes, 'python/server.py')] }),
  go: () => {
    const program = join(work, 'go-server');
    execFileSync('go', ['build', '-o', program, 'main.go'], {
      cwd: join(recipes, 'go'),
      env: { ...process.env, GO111MODULE: 'off', GOPATH: GO_PATH, GOCACHE: join(work, 'go-cache') },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return { command: program, args: [] };
  },
  spring: () => {
    const classes = join(work, 'classes');
    const sources = [join(recipes, 'spring/src/main/java/demo/Socket.java'), join(here, 'EmbeddedTomcat.java')];
    execFileSync('javac', ['-d', classes, '-cp', TOMCAT.join(':'), ...sources], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return { command: 'java', args: ['-cp', [classes, ...TOMCAT].join(':'), 'EmbeddedTomcat'] };
  },
};

/**
 * Starts a program and waits for its address.
 *
 * @param {{ command: string, args: string[] }} program
 * @param {Record<string, string>} [environment]
 * @returns {Promise<Program>}
 */
export async function start({ command, args }, environment = {}) {
  const child = spawn(command, args, {
    env: { ...process.env, PORT: '0', DRAIN_MS: '200', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = once(child, 'exit').then(([code]) => code);
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => line),
    ended.then((code) => Promise.reject(new Error(`${command} ended with ${code} before it listened:\n${said}`))),
  ]);
  const stop = (/** @type {NodeJS.Signals} */ signal = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { url, process: child, ended, stop };
}

/**
 * A proxy under the recipe's own file, with its ports put in place of those it names.
 *
 * @param {'nginx' | 'caddy' | 'haproxy'} name
 * @param {number[]} servers ports of the two servers behind it
 * @param {(text: string) => string} [change]
 */
export async function startProxy(name, servers, change = (text) => text) {
  const { file, run } = PROXIES[name];
  const port = await freePort();
  const ports = new Map([
    [':8081', `:${servers[0]}`],
    [':8082', `:${servers[1]}`],
    [':8080', `:${port}`],
    ['listen 8080', `listen 127.0.0.1:${port}`],
  ]);
  let text = readFileSync(join(recipes, name, file), 'utf8');
  for (const [from, to] of ports) text = text.replaceAll(from, to);
  const settings = join(work, `${name}-${port}-${file}`);
  writeFileSync(settings, change(text));
  const { command, args } = run(settings);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: work } });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (line) => {
    said += line;
  });
  const ended = once(child, 'exit').then(([code]) => code);
  await listening(port, child, () => said);
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url: `ws://127.0.0.1:${port}`, stop };
}

/** @type {Record<string, { file: string, run: (settings: string) => { command: string, args: string[] } }>} */
const PROXIES = {
  nginx: {
    file: 'nginx.conf',
    run: (settings) => ({
      command: 'nginx',
      args: ['-p', work, '-e', 'stderr', '-c', settings, '-g', `daemon off; pid ${settings}.pid; user root;`],
    }),
  },
  caddy: {
    file: 'Caddyfile',
    run: (settings) => ({ command: 'caddy', args: ['run', '--config', settings, '--adapter', 'caddyfile'] }),
  },
  haproxy: { file: 'haproxy.cfg', run: (settings) => ({ command: 'haproxy', args: ['-db', '-f', settings] }) },
};

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * @param {number} port
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} said
 */
async function listening(port, child, said) {
  const isOpen = () =>
    new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        done(true);
      });
      socket.on('error', () => done(false));
    });
  while (!(await isOpen())) {
    if (child.exitCode !== null) throw new Error(`the proxy ended with ${child.exitCode}:\n${said()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
