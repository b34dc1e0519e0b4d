// @ts-check
/** One example, from an empty folder to an app that has been through everything. */
import { EXAMPLES } from '../../scripts/examples/catalogue.mjs';
import { prepare } from '../../scripts/examples/prepare.mjs';
import { startServing } from '../../scripts/examples/serve.mjs';
import { openInBrowser } from './browser/page.mjs';
import * as page from './browser/steps.mjs';
import { buildTarget } from './build.mjs';
import { expectedOf } from './expected.mjs';
import { openGame } from './mini/game.mjs';
import { canvasOf, pageOf } from './mini/html.mjs';
import { openProgram } from './mini/program.mjs';
import * as mini from './mini/steps.mjs';
import { closes, connects, drops, echoes, outage, play } from './scenario.mjs';
import { startServer } from './server.mjs';

/**
 * @param {string} name
 * @param {import('./build.mjs').Tools & { work: string, chromium: import('./browser/chromium.mjs').Chromium }} tools
 */
export async function runExample(name, tools) {
  const { results, library, work } = tools;
  const server = await startServer();
  const targets = Object.keys(EXAMPLES[name].targets);
  try {
    let folder = '';
    const isInstalled = await results.check(name, '', 'is installed as its readers would', async () => {
      const address = name === 'web' ? `${server.url}/` : server.url;
      folder = await prepare(name, { work, library, server: address.replace(/\/$/, '') });
    });
    if (!isInstalled) return unreached(results, name, targets);
    /** @type {{ target: string, folder: string }[]} */
    const built = [];
    for (const target of targets) {
      const output = await buildTarget(name, target, folder, tools);
      if (output) built.push({ target, folder: output });
      else results.unreached(name, target, 'runs');
    }
    const isPage = ({ target = '' }) => expectedOf(EXAMPLES[name].targets[target].entry).kind === 'page';
    await runMinis(
      name,
      built.filter((one) => !isPage(one)),
      server,
      tools,
    );
    await runPages(name, built.filter(isPage), server, tools);
  } finally {
    await server.kill();
  }
}

/** @param {import('./results.mjs').Results} results @param {string} name @param {string[]} targets */
function unreached(results, name, targets) {
  for (const target of targets) results.unreached(name, target, 'is built and runs');
}

/** @typedef {{ target: string, folder: string }[]} Built */

/** @param {string} name @param {Built} built @param {import('./server.mjs').Server} server @param {any} tools */
async function runMinis(name, built, server, { results, chromium }) {
  /** @type {{ target: string, app: any }[]} */
  const apps = [];
  for (const { target, folder } of built) {
    const { kind } = expectedOf(EXAMPLES[name].targets[target].entry);
    await results.check(name, target, 'starts on its host', async () => {
      apps.push({ target, app: await (kind === 'game' ? openGame(folder) : openProgram(folder, kind)) });
    });
  }
  const latency = name === 'mqtt' ? [] : [mini.showsLatency];
  const steps = [connects, echoes, ...latency, drops, ...outage(server), mini.leavesAndReturns, closes];
  await play(results, name, apps, steps);
  for (const { target, app } of apps) {
    await chromium.picture('screen' in app ? canvasOf(app) : pageOf(app), `${name}-${target}`);
  }
  await play(results, name, apps, [mini.isTidy]);
}

/** @param {string} name @param {Built} built @param {import('./server.mjs').Server} server @param {any} tools */
async function runPages(name, built, server, { results, chromium }) {
  for (const { target, folder } of built) {
    const site = await startServing(folder);
    try {
      const app = await openInBrowser(chromium, site.url, `${name}-${target}`);
      const [gone, back] = outage(server);
      await play(
        results,
        name,
        [{ target, app }],
        [
          page.pictured(connects, 'open'),
          page.pictured(echoes, 'echo'),
          page.showsLatency,
          drops,
          page.pictured(gone, 'gone'),
          page.pictured(back, 'back'),
          page.pictured(page.goesOffline, 'online'),
          closes,
          page.isTidy,
        ],
      );
    } finally {
      await site.stop();
    }
  }
}
