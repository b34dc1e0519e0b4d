// @ts-check
/** A process for the cases that share a kind of server: starts it, runs all ways side by side, sends the results. */
import { CASES, waysOf } from './cases.mjs';
import { runCase } from './run-case.mjs';
import { SERVERS, SHARED, shared } from './servers/index.mjs';

const { names, ways, seed, ...options } = JSON.parse(process.argv[2]);
const cases = CASES.filter(({ name }) => names.includes(name));
const runs = cases.flatMap((theCase) =>
  waysOf(theCase)
    .filter(({ name }) => ways.includes(name))
    .map((way) => ({ theCase, way })),
);
process.setMaxListeners(100);
// A client's rejection that nobody handles is that client's failure, and not the end of the others.
process.on('unhandledRejection', () => {});

const make = SERVERS[cases[0].server];
const common = SHARED.has(cases[0].server) ? shared(await make(seed), runs.length) : undefined;

await Promise.all(
  runs.map(async ({ theCase, way }, turn) => {
    const result = await one(theCase, way, turn);
    process.send?.({ name: theCase.name, way: way.name, ...result });
  }),
);
await common?.stop();
process.exit(0);

/** @param {import('./cases.mjs').Case} theCase @param {import('./cases.mjs').Way} way @param {number} turn */
async function one(theCase, way, turn) {
  try {
    const server = common ?? (await make(seed + turn));
    try {
      return { server: server.name, ...(await runCase(theCase, way, server, options)) };
    } finally {
      if (common) await common.leave();
      else await server.stop();
    }
  } catch (error) {
    return { server: theCase.server, checks: { server: { ok: false, note: String(error) } } };
  }
}
