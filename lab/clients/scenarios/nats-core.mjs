import { open } from '../../../examples/clients/nats-core.mjs';
import { scenario } from './kit.mjs';

export const run = scenario({
  async open({ urls, room }) {
    const session = await open(urls);
    session.client.subscribe(room, { callback: (_, message) => message.respond(message.data) });
    return { ...session, room };
  },
  text: async ({ client, room }, value) => (await client.request(room, value, { timeout: 5000 })).string(),
  bytes: async ({ client, room }, value) => (await client.request(room, value, { timeout: 5000 })).data,
  close: (session) => session.close(),
});
