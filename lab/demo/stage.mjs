// @ts-check
/**
 * The real server and the three emulated phones, with the handles that the story pulls.
 *
 * @typedef {Awaited<ReturnType<typeof createStage>>} Stage
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { loadBundle, startServer, wsTransport } from '../emulators/index.mjs';
import { startBare } from './bare.mjs';
import { PLATFORMS } from './cast.mjs';
import { answerOf, startProgram } from './program.mjs';
import { timeoutsOf } from './timeouts.mjs';

/** @param {import('./recorder.mjs').Recorder} recorder */
export async function createStage(recorder) {
  const { record } = recorder;
  const phones = await Promise.all(PLATFORMS.map(startPhone));
  const server = await startServer({ answer: answerOf(record) });
  const refusal = createRefusal(Number(new URL(server.url()).port));
  /** @type {Map<string, import('./program.mjs').Program>} */
  const programs = new Map();
  /** @type {ReturnType<typeof startBare>[]} */
  const bare = [];
  const phoneOf = (/** @type {string} */ platform) => /** @type {Phone} */ (phones.find(({ id }) => id === platform));

  return {
    recorder,
    phones,
    server,
    refusal,
    timeouts: await timeoutsOf(phones[0].MdeWebsocket),
    /** @param {string} link */
    program: (link) => /** @type {import('./program.mjs').Program} */ (programs.get(link)),
    /** Starts a program with a link of its own. @param {string} link @param {string} platform */
    async start(link, platform) {
      const { MdeWebsocket, thread } = phoneOf(platform);
      programs.set(link, await startProgram(link, server.url(`/${link}`), { MdeWebsocket, thread, record }));
    },
    /** Starts one that has the host's own API only. @param {string} link @param {string} platform */
    startBare(link, platform) {
      const { host, thread } = phoneOf(platform);
      bare.push(startBare(link, server.url(`/${link}`), { host, thread, record }));
    },
    hush() {
      for (const program of [...programs.values(), ...bare]) program.hush();
    },
    /** Closes every link and the server, and writes down what was thrown and never caught. */
    async clear() {
      for (const program of [...programs.values(), ...bare]) program.close();
      await refusal.stop();
      await server.stop();
      for (const { id, thread } of phones) {
        for (const { error } of thread.errors) record({ kind: 'thrown', platform: id, text: String(error) });
      }
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startPhone>>} Phone */

/** @param {import('./cast.mjs').Platform} platform */
async function startPhone({ id, name, bundle, global, emulate, quirks }) {
  const file = fileURLToPath(new URL(`../../dist/${bundle}`, import.meta.url));
  if (!existsSync(file)) throw new Error(`dist/${bundle} is missing. Run: npm run build`);
  const phone = emulate({ transport: wsTransport(), quirks });
  const { setTimeout, clearTimeout } = phone.thread;
  const { MdeWebsocket } = await loadBundle(file, { [global]: phone.host, setTimeout, clearTimeout });
  return { ...phone, id, name, MdeWebsocket };
}

/** A server that is up and refuses: every connection is answered with HTTP 503. @param {number} port */
function createRefusal(port) {
  const server = createServer().on('upgrade', (_, socket) => {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
      }),
    stop: () => new Promise((resolve) => void server.close(resolve)),
  };
}
