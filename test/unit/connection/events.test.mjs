// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { broken, expectReported, useFakeClock } from '../clock.mjs';
import { HOOKS, setUp, WAYS } from './emitters.mjs';

useFakeClock();

describe('on() refuses', () => {
  test.each(['opened', '', 'constructor', undefined, null, 5, {}])('the type %o, naming those there are', (type) => {
    const { events } = setUp();
    expect(() => events.on(/** @type {any} */ (type), () => {})).toThrow(TypeError);
    expect(() => events.on(/** @type {any} */ (type), () => {})).toThrow(
      /type must be open, message, error, close, reconnect or state, got /,
    );
  });

  test.each([undefined, null, 'text', {}])('the handler %o', (handler) => {
    const { events } = setUp();
    expect(() => events.on('open', handler)).toThrow(TypeError);
    expect(() => events.on('open', handler)).toThrow(/handler must be a function, got /);
  });
});

describe.each(WAYS)('%s:', (way) => {
  describe('handlers', () => {
    test.each([...HOOKS])('%s and handlers added with on() hear the same event', (hook) => {
      const { task, events, heard, note, emit } = setUp(way);
      const type = hook.slice(2).toLowerCase();
      task[hook] = note('hook');
      events.on(type, note('first'));
      events.on(type, note('second'));
      emit(hook, 1);
      expect(heard.sort()).toEqual(['first 1', 'hook 1', 'second 1']);
    });

    test('hear nothing of other types', () => {
      const { events, heard, note, emit } = setUp(way);
      events.on('open', note('open'));
      events.release();
      emit('onMessage', 1);
      expect(heard).toEqual([]);
    });

    test('the same one added twice is called twice, and each removal removes one', () => {
      const { events, heard, note, emit } = setUp(way);
      const handler = note('same');
      const remove = events.on('message', handler);
      events.on('message', handler);
      emit('onMessage', 1);
      remove();
      remove();
      emit('onMessage', 2);
      expect(heard).toEqual(['same 1', 'same 1', 'same 2']);
    });

    test('removing a handler again changes nothing', () => {
      const { events, heard, note, emit } = setUp(way);
      const remove = events.on('message', note('gone'));
      remove();
      expect(remove).not.toThrow();
      events.release();
      emit('onMessage', 1);
      expect(heard).toEqual([]);
    });

    test('a hook set to undefined does not stand in the way of on()', () => {
      const { task, events, heard, note, emit } = setUp(way);
      task.onMessage = undefined;
      events.on('message', note('added'));
      emit('onMessage', 1);
      expect(heard).toEqual(['added 1']);
    });

    test('a hook can be replaced and taken away', () => {
      const { task, events, heard, note, emit } = setUp(way);
      task.onMessage = note('a');
      emit('onMessage', 1);
      task.onMessage = note('b');
      emit('onMessage', 2);
      task.onMessage = null;
      emit('onMessage', 3);
      task.onMessage = undefined;
      emit('onMessage', 4);
      events.release();
      expect(heard).toEqual(['a 1', 'b 2']);
    });
  });

  describe('a handler that throws', () => {
    test('is reported, and the others hear the event', () => {
      const { events, heard, note, emit } = setUp(way);
      events.on('open', broken('user'));
      events.on('open', note('other'));
      emit('onOpen', 1);
      expect(heard).toEqual(['other 1']);
      expectReported('user');
    });

    test('does not keep the next event back', () => {
      const { task, heard, note, emit } = setUp(way);
      task.onOpen = broken('user');
      task.onMessage = note('message');
      emit('onOpen', 1);
      emit('onMessage', 2);
      expect(heard).toEqual(['message 2']);
      expectReported('user');
    });
  });

  describe('before there is a handler', () => {
    test('events wait for the first one that wants them, in order', () => {
      const { task, events, heard, note, emit } = setUp(way);
      emit('onOpen', 1);
      emit('onMessage', 2);
      task.onOpen = note('open');
      task.onMessage = note('message');
      emit('onMessage', 3);
      expect(heard).toEqual(['open 1', 'message 2', 'message 3']);
      events.release();
      expect(heard).toHaveLength(3);
    });

    test('they wait until released, and go to those who are there then', () => {
      const { task, events, heard, note, emit } = setUp(way);
      emit('onOpen', 1);
      task.onOpen = note('open');
      expect(heard).toEqual([]);
      events.release();
      expect(heard).toEqual(['open 1']);
    });

    test('nothing is kept once released', () => {
      const { task, events, heard, note, emit } = setUp(way);
      events.release();
      emit('onOpen', 1);
      task.onOpen = note('open');
      emit('onOpen', 2);
      expect(heard).toEqual(['open 2']);
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});
