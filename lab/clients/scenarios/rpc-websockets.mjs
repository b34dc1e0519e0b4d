import { open } from '../../../examples/clients/rpc-websockets.mjs';
import { scenario } from './kit.mjs';

export const run = scenario({
  async open({ url }) {
    const session = open(url);
    await new Promise((resolve) => session.client.on('open', resolve));
    return session;
  },
  text: ({ client }, value) => client.call('echo', [value], 5000),
  close: (session) => session.close(),
});
