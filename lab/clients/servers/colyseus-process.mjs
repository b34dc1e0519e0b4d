// @ts-check
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Room, Server } = require('@colyseus/core');
const { WebSocketTransport } = require('@colyseus/ws-transport');

class Echo extends Room {
  onCreate() {
    this.onMessage('ask', (/** @type {any} */ client) => client.send('answer'));
    this.clock.setInterval(() => this.broadcast('answer'), 10000);
    this.onMessage('text', (/** @type {any} */ client, /** @type {any} */ value) => client.send('text', value));
    this.onMessage('bytes', (/** @type {any} */ client, /** @type {any} */ value) => client.send('bytes', value));
  }

  async onLeave(/** @type {any} */ client, /** @type {boolean} */ consented) {
    if (!consented) await this.allowReconnection(client, 30).catch(() => {});
  }
}

const server = new Server({ transport: new WebSocketTransport({}), greet: false });
server.define('echo', Echo);
server.listen(Number(process.argv[2]), '127.0.0.1');
