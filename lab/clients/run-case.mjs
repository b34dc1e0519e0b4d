// @ts-check
/** One case in one way: a phone, the program inside, and what it reports. */
import { startPhone } from './host/phone.mjs';
import { bundle } from './program/bundle.mjs';

/** A program that hangs is ended. */
const LIMIT = 170000;
/** Time for a client's own pauses; how long it took is in the report. */
const PATIENCE = 30000;
/** The host cuts links after 5 s in the background. */
const AWAY = 6000;
const SHORTLY = 1000;
/** After a return, a link that is silent for 5 s counts as dead. */
const VERDICT = 6500;

/**
 * @typedef {import('./host/phone.mjs').Phone} Phone
 * @param {import('./cases.mjs').Case} theCase
 * @param {import('./cases.mjs').Way & { quirks?: Record<string, any>, replaced?: Record<string, string> }} way
 * @param {import('./servers/index.mjs').Server} server
 * @param {{ verbose?: boolean, patience?: number, restart?: (phone: Phone) => Promise<any> }} options
 */
export async function runCase(theCase, way, server, options) {
  const { verbose, patience = PATIENCE, restart = () => server.restart() } = options;
  /** @type {Record<string, { ok: boolean, ms?: number, note?: string }>} */
  const checks = {};
  /** @type {Record<string, string>} */
  const facts = {};
  /** @type {string[]} */
  const rejections = [];
  const phone = startPhone({
    macrotask: way.macrotask,
    deaf: way.loss === 'silent',
    quirks: { backgroundLoss: way.loss, backgroundFreezes: way.freezes, ...way.quirks },
    print(level, ...values) {
      if (level === 'unhandled rejection') rejections.push(String(values[0]?.stack ?? values[0]));
      if (verbose) console.log(`    [${theCase.name}, ${way.name}] ${level}`, ...values);
    },
  });
  const onRejection = (/** @type {any} */ error, /** @type {any} */ promise) => {
    if (promise instanceof phone.context.Promise) rejections.push(String(error?.stack ?? error));
  };
  process.on('unhandledRejection', onRejection);
  const address = (/** @type {any} */ urls) => (theCase.share ? urls[theCase.share] : undefined);
  try {
    const code = await bundle(theCase.scenario, theCase.recipe, {
      tool: way.tool,
      lowered: way.macrotask,
      replaced: way.replaced,
    });
    const { run } = phone.context.run(code, way.wrapped);
    await inTime(
      run({
        url: address(server.urls) ?? server.url,
        urls: server.urls,
        room: `room${Math.random().toString(36).slice(2, 10)}`,
        troubles: way.troubles,
        patience,
        restart: () => restart(phone),
        away: () => losing(phone, () => phone.away(AWAY)),
        changeNetwork: () => losing(phone, () => phone.changeNetwork()),
        async awayShortly() {
          const before = phone.sockets.open();
          await phone.away(SHORTLY);
          await new Promise((resolve) => setTimeout(resolve, VERDICT));
          return before.length > 0 && before.every(({ state }) => state === 'open');
        },
        call: (/** @type {string} */ name, /** @type {any[]} */ ...values) => server.calls?.[name](...values),
        openSockets: () => phone.counts().open,
        tell(/** @type {string} */ what, /** @type {string} */ fact) {
          facts[what] = fact;
        },
        report(/** @type {string} */ check, /** @type {any} */ outcome) {
          checks[check] = { ...outcome };
        },
      }),
    );
  } catch (error) {
    checks.program = { ok: false, note: String(/** @type {any} */ (error)?.stack ?? error).slice(0, 600) };
  } finally {
    phone.stop();
    process.off('unhandledRejection', onRejection);
  }
  const stray = [...phone.errors(), ...rejections];
  checks['nothing thrown'] = { ok: stray.length === 0, note: stray.slice(0, 3).join('; ').slice(0, 600) || undefined };
  return { checks, facts };
}

/** Makes sure that there was a link to lose, and that it is lost. @param {import('./host/phone.mjs').Phone} phone @param {() => Promise<any>} work */
async function losing(phone, work) {
  const before = phone.sockets.open();
  if (before.length === 0) throw new Error('there was no link to lose');
  await work();
  if (before.some(({ state }) => state === 'open')) throw new Error('the link was not lost');
}

/** @param {Promise<any>} work */
function inTime(work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the program did not end within ${LIMIT / 1000} s`)), LIMIT);
    Promise.resolve(work)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
