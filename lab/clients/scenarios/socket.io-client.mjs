import { open } from '../../../examples/clients/socket.io-client.mjs';
import { scenario } from './kit.mjs';

export const run = scenario({
  open: ({ url }) => open(url.replace(/^ws/, 'http')),
  text: ({ client }, value) => client.timeout(5000).emitWithAck('echo', value),
  bytes: ({ client }, value) => client.timeout(5000).emitWithAck('echo', value),
  close: (session) => session.close(),
});
