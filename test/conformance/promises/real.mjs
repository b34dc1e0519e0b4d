// @ts-check
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../../lab/emulators/index.mjs';
import { realProgram } from '../rig.mjs';

/** Over real sockets, to a real server on loopback. @param {import('../subjects.mjs').Subject} subject */
export function real(subject) {
  describe('over real sockets', () => {
    /** @type {import('../../../lab/emulators/server.mjs').Server} */
    let server;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server.stop());

    /** An open task, and the server's end of its link. @param {any} [options] @param {any} [given] @param {any} [quirks] */
    async function link(options, given, quirks) {
      const rig = await realProgram(subject, { quirks });
      const before = server.peers.length;
      const params = typeof given === 'function' ? given : { url: server.url('/'), ...given };
      const { ready, record } = rig.make({ reconnectTimeout: 5, ...options }, params);
      const { task } = await ready;
      await record.nth('open');
      const peers = () => server.peers.slice(before);
      return { ...rig, task, record, peers };
    }

    const echo = (/** @type {any} */ data) => data;

    it('carries text, bytes and views both ways, in order', async () => {
      server.answer = echo;
      const { task, record } = await link();
      const bytes = Uint8Array.from({ length: 300 }, (_, place) => place % 256);
      task.send('héllo 你好 😀');
      task.send(bytes.buffer);
      task.send(bytes.subarray(100, 103));
      task.send('');
      await record.nth('message', 4);
      const [text, whole, part, empty] = record.of('message').map(({ data }) => data);
      expect(text).toBe('héllo 你好 😀');
      expect(new Uint8Array(whole)).toEqual(bytes);
      expect([...new Uint8Array(part)]).toEqual([100, 101, 102]);
      expect(empty).toBe('');
    });

    it('carries two hundred messages once each, in order, queued and not', async () => {
      server.answer = echo;
      const rig = await realProgram(subject);
      const { ready, record } = rig.make({ queueLimit: 200 }, { url: server.url('/') });
      const { task } = await ready;
      const all = Array.from({ length: 200 }, (_, place) => `message ${place}`);
      for (const data of all.slice(0, 120)) task.send(data);
      await record.nth('open');
      for (const data of all.slice(120)) task.send(data);
      await record.nth('message', 200);
      expect(record.of('message').map(({ data }) => data)).toEqual(all);
    });

    if (subject.takesHeaders)
      it('gives the server address, headers and subprotocol', async () => {
        const { peers } = await link({}, { url: server.url('/chat?room=1'), header: { 'X-Token': 't' } });
        expect(peers()[0]).toMatchObject({ url: '/chat?room=1', headers: { 'x-token': 't' } });
      });

    it('comes back with a fresh token after the server broke the link', async () => {
      const params = (/** @type {number} */ attempt) => ({ url: server.url(`/?token=${attempt}`), ...subject.params });
      const { peers, record } = await link({}, params);
      peers()[0].socket.terminate();
      await record.nth('open', 2);
      expect(peers().map(({ url }) => url)).toEqual(['/?token=0', '/?token=1']);
      expect(record.types().filter((type) => type !== 'error')).toEqual(['open', 'close', 'reconnect', 'open']);
    });

    it('shows the code and reason with which the server closed', async () => {
      const { peers, record } = await link({ repeatLimit: 0 }, {});
      peers()[0].socket.close(4401, 'token');
      const close = await record.nth('close');
      expect(close).toMatchObject({ code: subject.tellsCode ? 4401 : 1006, cause: 'host', willReconnect: false });
    });

    it('tells the server why the user closed', async () => {
      const { task, peers } = await link();
      const closed = new Promise((resolve) =>
        peers()[0].socket.on('close', (code, reason) => resolve([code, String(reason)])),
      );
      task.close({ code: 4000, reason: 'signed out' });
      expect(await closed).toEqual(subject.sendsCloseOptions ? [4000, 'signed out'] : [1000, '']);
    });

    it('finds a server that went silent by heartbeat, and comes back', async () => {
      server.answer = undefined;
      const { record, peers } = await link({ pingTimeout: 20, pongTimeout: 20, pingMsg: 'ping' });
      await record.nth('open', 2);
      expect(record.of('close')[0]).toMatchObject({ cause: 'pong-timeout', code: 1006 });
      // On a machine that lags the link is asked again before it is given up.
      expect(new Set(peers()[0].received)).toEqual(new Set(['ping']));
      await server.when(() => peers()[0].socket.readyState === 3);
    });

    it('keeps a link whose server answers the heartbeat', async () => {
      server.answer = () => 'pong';
      const isPong = (/** @type {any} */ data) => data === 'pong';
      const { record, peers, task } = await link({ pingTimeout: 5, pongTimeout: 2000, isPong });
      await server.when(() => peers()[0].received.length >= 4);
      expect(record.types()).toEqual(['open']);
      expect(task.latency).toBeGreaterThanOrEqual(0);
    });

    it('outlives a restart of the server, and what was sent meanwhile arrives in order', async () => {
      server.answer = undefined;
      const { task, record, peers } = await link();
      const lost = record.nth('close');
      await server.stop();
      await lost;
      for (const data of ['a', 'b', 'c']) task.send(data);
      // At least one attempt is refused before the server is back.
      await record.nth('close', 2);
      await server.start();
      await record.nth('open', 2);
      await server.when(() => peers()[1]?.received.length === 3);
      expect(peers()[1].received).toEqual(['a', 'b', 'c']);
    });

    it('connects once the server is there, though it was refused at first', async () => {
      await server.stop();
      const rig = await realProgram(subject);
      const { record } = rig.make({ reconnectTimeout: 5 }, { url: server.url('/') });
      const refused = await record.nth('close');
      expect(refused).toMatchObject({ code: 1006, wasOpen: false, willReconnect: true });
      await server.start();
      await record.nth('open');
    });

    it('replaces a link on request, and the server sees the old one close first', async () => {
      const { task, record, peers } = await link();
      task.reconnect();
      await record.nth('open', 2);
      expect(record.of('close')).toMatchObject([{ cause: 'replaced' }]);
      await server.when(() => peers()[0].socket.readyState === 3);
      expect(server.open()).toContain(peers()[1]);
    });

    it('ends a task that closes while connecting, on the server too', async () => {
      const rig = await realProgram(subject);
      const before = server.peers.length;
      const { ready, record } = rig.make({}, { url: server.url('/') });
      const { task } = await ready;
      task.close();
      expect(record.types()).toEqual(['close']);
      await server.when(() => server.peers.slice(before).every(({ socket }) => socket.readyState === 3));
    });

    if (subject.oneSocket)
      it('hands the one socket to the task that connects last', async () => {
        server.answer = echo;
        const first = await link();
        const second = first.make({}, { url: server.url('/') });
        await second.record.nth('open');
        const { task } = await second.ready;
        task.send('mine');
        await second.record.nth('message');
        expect(first.record.types()).toEqual(['open', 'close']);
        expect(first.record.of('close')).toMatchObject([{ cause: 'superseded' }]);
      });
  });
}
