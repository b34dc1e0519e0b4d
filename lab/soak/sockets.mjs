// @ts-check
/**
 * The real sockets beneath the hosts. Each has a number, which is its path at the server; what a host hands to one is
 * noted, so that the account does not rest on what the bundles say.
 */
import { wsTransport } from '../emulators/index.mjs';
import { read } from './message.mjs';

/** @param {import('./account.mjs').Account} account @returns {import('../emulators/sockets.mjs').Transport} */
export function notedTransport(account) {
  const transport = wsTransport();
  return {
    connect(request, events) {
      const socket = account.dial();
      const wire = transport.connect({ ...request, url: `${request.url}${socket}` }, events);
      return {
        ...wire,
        send(data) {
          if (data !== 'ping') {
            const { task, number } = read(String(data));
            account.handOver(task, number, socket);
          }
          wire.send(data);
        },
      };
    },
  };
}
