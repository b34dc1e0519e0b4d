// @ts-check
/** A broker behind links that are cut at random, by a seed: every connection lasts a while and is then torn. */
import net from 'node:net';
import { mosquitto } from './mosquitto.mjs';
import { randomOf } from './random.mjs';

const SHORTEST = 150;
const LONGEST = 900;

/** @param {number} seed */
export async function cutMosquitto(seed) {
  const broker = await mosquitto();
  const random = randomOf(seed);
  let cutting = false;
  let cuts = 0;
  /** @type {Set<() => void>} */
  const fates = new Set();
  const proxy = net.createServer((client) => {
    const server = net.connect(broker.port, '127.0.0.1');
    const end = () => {
      client.destroy();
      server.destroy();
    };
    for (const side of [client, server]) side.on('error', () => {}).on('close', end);
    client.pipe(server).pipe(client);
    const tear = () => {
      if (!cutting) return;
      cuts += 1;
      // A reset: what is on its way is lost on both sides.
      client.resetAndDestroy();
      server.resetAndDestroy();
    };
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const fate = () => {
      timer = setTimeout(tear, SHORTEST + random() * (LONGEST - SHORTEST));
    };
    fates.add(fate);
    if (cutting) fate();
    client.on('close', () => {
      clearTimeout(timer);
      fates.delete(fate);
    });
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {net.AddressInfo} */ (proxy.address());
  return {
    ...broker,
    name: `${broker.name} behind links cut at random`,
    url: `ws://127.0.0.1:${port}/mqtt`,
    calls: {
      async cut() {
        cutting = true;
        for (const fate of fates) fate();
      },
      /** Ends the cutting, and tells how many links were cut. */
      async calm() {
        cutting = false;
        return cuts;
      },
    },
    async stop() {
      proxy.close();
      await broker.stop();
    },
  };
}
