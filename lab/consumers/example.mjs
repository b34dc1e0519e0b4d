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
import { closes, comesBack, connects, drops, echoes, isTaken, outage, play } from './scenario.mjs';
import { createServer } from './server.mjs';

/** @typedef {import('./build.mjs').Tools & { work: string, chromium: import('./browser/chromium.mjs').Chromium }} Tools */
/** @typedef {{ target: string, folder: string, kind: string }} Built */

/** How long installing may take, in seconds, on a slow line. */
const INSTALL = 600;

/** @param {string} name @param {Tools} tools */
export async function runExample(name, tools) {
  const { reporter, library, work } = tools;
  const targets = Object.keys(EXAMPLES[name].targets);
  const server = createServer();
  let folder = '';
  const install = async () => {
    await server.start();
    folder = await prepare(name, { work, library, server: server.url() });
  };
  try {
    if (!(await reporter.check(name, '', 'is installed as its readers would', install, INSTALL))) {
      for (const target of targets) reporter.unreached(name, target, 'is built and runs');
      return;
    }
    const isPage = (/** @type {string} */ target) => kindOf(name, target) === 'web';
    const minis = await buildAll(
      name,
      targets.filter((target) => !isPage(target)),
      folder,
      tools,
    );
    await runMinis(name, minis, server, tools);
    const pages = await buildAll(name, targets.filter(isPage), folder, tools);
    for (const page of pages) await runPage(name, page, server, tools);
  } finally {
    await server.kill();
  }
}

/** @param {string} name @param {string} target */
const kindOf = (name, target) => expectedOf(EXAMPLES[name].targets[target].entry).kind;

/** @param {string} name @param {string[]} targets @param {string} folder @param {Tools} tools */
async function buildAll(name, targets, folder, tools) {
  /** @type {Built[]} */
  const built = [];
  for (const target of targets) {
    const output = await buildTarget(name, target, folder, tools);
    if (output) built.push({ target, folder: output, kind: kindOf(name, target) });
    else tools.reporter.unreached(name, target, 'runs');
  }
  return built;
}

/** @param {string} name @param {Built[]} built @param {import('./server.mjs').Server} server @param {Tools} tools */
async function runMinis(name, built, server, { reporter, chromium }) {
  /** @type {{ target: string, app: any }[]} */
  const apps = [];
  for (const { target, folder, kind } of built) {
    await reporter.check(name, target, 'starts on its host', async () => {
      apps.push({ target, app: await (kind === 'minigame' ? openGame(folder) : openProgram(folder, kind)) });
    });
  }
  // An MQTT client measures nothing by itself, and a broker that was killed knows no subscription.
  const isMqtt = name === 'mqtt';
  const latency = isMqtt ? [] : [mini.showsLatency];
  const pictured = {
    title: 'can be looked at',
    run: (/** @type {any} */ app, /** @type {number} */ index) =>
      chromium.picture('screen' in app ? canvasOf(app) : pageOf(app), `${name}-${apps[index].target}`),
  };
  await play(reporter, name, apps, [
    connects,
    echoes,
    ...latency,
    drops,
    ...outage(server, isMqtt ? isTaken : comesBack),
    mini.leavesAndReturns,
    closes,
    pictured,
    mini.isTidy,
  ]);
}

/** @param {string} name @param {Built} built @param {import('./server.mjs').Server} server @param {Tools} tools */
async function runPage(name, { target, folder }, server, { reporter, chromium }) {
  const site = await startServing(folder);
  const [gone, back] = outage(server);
  /** @type {any} */
  let app;
  const opens = async () => {
    app = await openInBrowser(chromium, site.url, `${name}-${target}`);
  };
  try {
    if (!(await reporter.check(name, target, 'opens in Chromium', opens))) return;
    await play(
      reporter,
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
