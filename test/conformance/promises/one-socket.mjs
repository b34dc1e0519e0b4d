// @ts-check
import { describe, expect, it } from 'vitest';
import { connecting, open, program, settle, tick } from '../rig.mjs';

/** Two tasks on a host that has one socket. @param {import('../subjects.mjs').Subject} subject */
export function oneSocket(subject) {
  describe('one socket for everybody', () => {
    it('belongs to the task that connects last; the one before is closed and stays so', async () => {
      const { server, record, task, make } = await open(subject);
      const second = make();
      await tick(10);
      expect(record.of('close')).toMatchObject([{ cause: 'superseded', willReconnect: false, wasOpen: true }]);
      expect(task.state).toBe('closed');
      server.last().open();
      server.last().message('for the second');
      expect(second.task().state).toBe('open');
      expect(second.record.types()).toEqual(['open', 'message']);
      expect(record.types()).toEqual(['open', 'close']);
    });

    it('two tasks never fight', async () => {
      const { server, make, task } = await open(subject);
      const second = make();
      server.script.onConnect = (each) => each.open();
      server.script.onMessage = (each) => each.message('pong');
      await tick(300_000);
      expect(task.state).toBe('closed');
      expect(second.task().state).toBe('open');
      expect(server.connections).toHaveLength(2);
    });

    it('a waiting task does not take it back', async () => {
      const { server, make, task, record } = await open(subject);
      server.last().break();
      expect(task.state).toBe('waiting');
      const second = make();
      await tick(10);
      server.last().open();
      await tick(10_000);
      expect(second.task().state).toBe('open');
      expect(task.state).toBe('closed');
      expect(record.of('close')[1]).toMatchObject({ cause: 'superseded', wasOpen: false, willReconnect: false });
    });

    it('reconnect() of the superseded task takes it back', async () => {
      const { server, make, task, record } = await open(subject, { revivals: 1 });
      const second = make();
      await tick(10);
      server.last().open();
      task.reconnect();
      await tick(10);
      server.last().open();
      expect(task.state).toBe('open');
      expect(second.task().state).toBe('closed');
      expect(second.record.of('close')).toMatchObject([{ cause: 'superseded' }]);
      expect(record.types()).toEqual(['open', 'close', 'open']);
    });

    it('close() of a superseded task does not close the other’s socket', async () => {
      const { server, make, task } = await open(subject);
      const second = make();
      await tick(10);
      server.last().open();
      task.close();
      await tick(10);
      server.last().message('still here');
      expect(second.task().state).toBe('open');
      expect(second.record.of('message')).toHaveLength(1);
    });

    it('holds no listener once the host has confirmed the close', async () => {
      if (!subject.canUnlisten) return;
      const { phone, task } = await open(subject);
      task.close();
      await tick(10);
      expect(phone.listeners('others').filter(({ type }) => type.startsWith('socket'))).toEqual([]);
    });

    it('a new connection waits for the close of the old one', async () => {
      // Source: AP-D error 3, a connect before that is refused.
      if (!subject.host.includes('my')) return;
      const quirks = { secondConnect: 'refuse' };
      const { server, make } = await open(subject, { quirks });
      server.last().answersClose = false;
      const second = make();
      await tick(400);
      expect(server.connections).toHaveLength(1);
      expect(second.record.of('error')).toEqual([]);
      server.connections[0].end(1000);
      await tick(10);
      server.last().open();
      expect(server.connections).toHaveLength(2);
      expect(second.task().state).toBe('open');
    });

    it('does not wait for ever for a host that never says it closed', async () => {
      const { server, make } = await open(subject, { quirks: { deafClose: true } });
      const second = make();
      await tick(1001);
      server.last().open();
      expect(server.connections).toHaveLength(2);
      expect(second.task().state).toBe('open');
    });

    it('does not take the late close of the old socket for the new one’s', async () => {
      const { server, task, record } = await open(subject, { quirks: { closeDelay: 1500 } });
      task.reconnect();
      await tick(1010);
      expect(server.connections).toHaveLength(2);
      await tick(1000);
      server.last().open();
      await tick(1000);
      expect(task.state).toBe('open');
      expect(record.types()).toEqual(['open', 'close', 'reconnect', 'open']);
    });

    it('orphans no socket when the old one’s close comes after the new one opened', async () => {
      const { server, task, phone, record } = await open(subject, { quirks: { closeDelay: 3000 } });
      task.reconnect();
      await settle(1000);
      server.last().open();
      server.script.onConnect = (each) => each.open();
      await tick(10_000);
      expect(task.state).toBe('open');
      expect(phone.counts().open).toBe(1);
      server.last().message('hi');
      expect(record.of('message')).toMatchObject([{ data: 'hi' }]);
    });

    it('does not take the close of a socket that was deaf until replaced for the new one’s', async () => {
      const { server, task, record } = await open(subject, { quirks: { ghostSocket: true }, revivals: 1 });
      task.close();
      await tick(5000);
      task.reconnect();
      await settle(1100);
      server.last().open();
      await tick(1000);
      expect(record.types()).toEqual(['open', 'close', 'open']);
      expect(task.state).toBe('open');
    });

    it('does not hear a message of the old socket for the new one', async () => {
      const { server, task, record } = await open(subject, { quirks: { deafClose: true } });
      task.reconnect();
      await settle(1000);
      const before = record.types();
      // The host is deaf to close, not to messages: this one is the old socket's.
      server.last().raw('message', 'late');
      expect(record.types()).toEqual(before);
      expect(task.state).toBe('connecting');
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('does not wait for the close of a socket that never was', async () => {
      const setting = { quirks: { connectFails: 'no network' }, options: { reconnectTimeout: 100 } };
      const { phone } = await connecting(subject, setting);
      phone.quirks.connectFails = '';
      await settle(1100);
      expect(phone.sockets.all).toHaveLength(1);
    });

    it('hears the close of the new socket though that of the old one never came', async () => {
      const script = { onMessage: (/** @type {any} */ each) => each.message('pong') };
      const { server, phone, task, record } = await open(subject, { quirks: { deafClose: true }, script });
      task.reconnect();
      await settle(1000);
      server.last().open();
      phone.quirks.deafClose = false;
      await tick(20_000);
      server.last().end(4001, 'bye');
      expect(record.types().filter((type) => type !== 'message')).toEqual([
        'open',
        'close',
        'reconnect',
        'open',
        'close',
        'reconnect',
      ]);
    });

    if (subject.canUnlisten)
      it('comes back after an application removed everybody’s listeners', async () => {
        const { server, phone, task } = await open(subject);
        for (const name of ['Open', 'Message', 'Error', 'Close']) phone.host[`offSocket${name}`]();
        await tick(25_000);
        expect(task.state).toBe('waiting');
        await tick(3100);
        server.last().open();
        server.last().message('hi');
        expect(task.state).toBe('open');
      });

    it('gives socketTask the shape of a SocketTask, with its events', async () => {
      const rig = await program(subject);
      const heard = /** @type {string[]} */ ([]);
      const task = rig.adopt(await rig.MdeWebsocket(rig.optionsOf()));
      task.socketTask.onOpen(() => heard.push('open'));
      task.socketTask.onMessage(() => heard.push('message'));
      await tick();
      rig.server.last().open();
      rig.server.last().message('hi');
      expect(heard).toEqual(['open', 'message']);
      task.close();
    });
  });
}
