// @ts-check
/** Servers that are programs of their own: started on free ports with their data in a temporary folder, ended by id. */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** RabbitMQ takes ten seconds to start, and a minute on a machine that has much else to do. */
const PATIENCE = 180000;

/** @param {string} name */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `mde-clients-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Below the range from which the system takes ports for outgoing connections, so that a restarted server finds its own free. */
const PORTS = { first: 12000, count: 19000 };

/** @param {number} count @returns {Promise<number[]>} ports that were free a moment ago */
export async function freePorts(count) {
  /** @type {Set<number>} */
  const ports = new Set();
  while (ports.size < count) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ port: number, log: string, env?: Record<string, string>, cwd?: string }} how `port`: open when it is ready
 */
export async function startProcess(command, args, { port, log, env = {}, cwd }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  writeFileSync(log, '', { flag: 'a' });
  const file = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  let failure = '';
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      failure = error.message;
      resolve(undefined);
    });
    child.once('exit', (code, signal) => {
      failure ||= `it ended with ${code ?? signal}`;
      file.end();
      resolve(undefined);
    });
  });
  const from = Date.now();
  while (!(await isOpen(port))) {
    if (!failure && Date.now() - from > PATIENCE) failure = `port ${port} was not open after ${PATIENCE / 1000} s`;
    if (failure) throw new Error(`${command} did not start: ${failure}; it said: ${lastLines(log)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    pid: child.pid,
    /** @param {NodeJS.Signals} [signal] */
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), 10000);
      await exited;
      clearTimeout(late);
    },
  };
}

/**
 * A process that can be ended and started anew.
 *
 * @param {() => ReturnType<typeof startProcess>} start
 * @param {NodeJS.Signals} [signal] how it is ended
 */
export async function restartable(start, signal) {
  let running = await start();
  const down = () => running.end(signal);
  const up = async () => {
    running = await start();
  };
  const restart = async () => {
    await down();
    await up();
  };
  return { up, down, restart };
}

/** @param {string} log */
function lastLines(log) {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-5).join(' / ') || 'nothing';
}

/** @param {number} port @returns {Promise<boolean>} */
function isOpen(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** The first version number that a command prints. @param {string} command @param {string[]} args */
export function versionOf(command, args) {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return /\d+\.\d+(\.\d+)*/.exec(`${stdout}${stderr}`)?.[0] ?? 'unknown';
}
