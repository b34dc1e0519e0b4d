import { open } from '../../../examples/clients/signalr.mjs';
import { scenario } from './kit.mjs';

export const run = scenario({
  async open({ url }) {
    const session = open(url.replace(/^ws/, 'http'));
    await session.started;
    return session;
  },
  text: ({ invoke }, value) => invoke('Echo', value),
  close: (session) => session.close(),
});
