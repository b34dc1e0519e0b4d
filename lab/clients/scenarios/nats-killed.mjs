/** Messages go to a stream on three nodes, each with its acknowledgement, and the node that the client is on is killed. */
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { open } from '../../../examples/clients/nats-core.mjs';
import { expect, pause, scenario } from './kit.mjs';

const MESSAGES = 120;
const KILL_AFTER = 40;

export const run = scenario({
  losses: false,
  async open({ urls, room }) {
    const session = await open(urls);
    session.client.subscribe(room, { callback: (_, message) => message.respond(message.data) });
    return { ...session, room };
  },
  text: async ({ client, room }, value) => (await client.request(room, value, { timeout: 5000 })).string(),
  close: (session) => session.close(),

  async more({ client, room }, api, check) {
    let killed;
    const before = client.getServer();
    await check('node killed', async () => {
      const manager = await eventually(() => jetstreamManager(client));
      const stream = { name: room, subjects: [`${room}.>`], num_replicas: 3 };
      await eventually(() => manager.streams.add(stream));
      const acknowledged = [];
      for (let number = 0; number < MESSAGES; number += 1) {
        if (number === KILL_AFTER) killed = api.call('kill', before);
        // The number keeps a second attempt from being stored twice: the first may have lost only its answer.
        const send = () =>
          jetstream(client).publish(`${room}.number`, String(number), { msgID: String(number), timeout: 5000 });
        acknowledged.push((await eventually(send)).seq);
      }
      api.tell('killed', `NATS ${await killed} of three, which the client was on`);
      api.tell('acknowledged', `${acknowledged.length} messages, all of them in the stream afterwards`);
      const stored = [];
      for (const seq of acknowledged) {
        stored.push((await eventually(() => manager.streams.getMessage(room, { seq }))).string());
      }
      expect(stored.join(), Array.from({ length: MESSAGES }, (_, number) => number).join());
    });
    await check('moved', async () => {
      if (client.getServer() === before) throw new Error(`still on ${before}`);
    });
  },
});

async function eventually(work, patience = 30000) {
  const from = Date.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() - from > patience) throw error;
      await pause(100);
    }
  }
}
