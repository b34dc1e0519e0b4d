// @ts-check
/** For clients that are themselves a WebSocket: the server sends back what it gets. */
import { mailbox, scenario } from './kit.mjs';

/** @param {(url: string) => any} open */
export function overEcho(open) {
  return scenario({
    open(api) {
      const session = open(api.url);
      const box = mailbox();
      session.client.addEventListener('message', (/** @type {any} */ { data }) => {
        if (data !== 'tick') box.came(typeof data === 'string' ? data : new Uint8Array(data));
      });
      return { ...session, box };
    },
    text: ({ client, box }, value) => sent(client, box, value),
    bytes: ({ client, box }, value) => sent(client, box, value),
    close: (session) => session.close(),
  });
}

function sent(/** @type {any} */ client, /** @type {any} */ box, /** @type {any} */ value) {
  const answer = box.wait(value);
  client.send(value);
  return answer;
}
