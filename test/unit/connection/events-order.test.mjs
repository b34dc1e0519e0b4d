// @ts-check
import { describe, expect, test } from 'vitest';
import { setUp, WAYS } from './emitters.mjs';

describe.each(WAYS)('%s:', (way) => {
  describe('what a handler causes comes after the event it handles', () => {
    test('for every other handler too', () => {
      const { events, heard, note, emit } = setUp(way);
      events.on('open', (/** @type {any} */ event) => {
        heard.push(`a ${event}`);
        emit('onClose', 2);
      });
      events.on('open', note('b'));
      events.on('close', note('a'));
      events.on('close', note('b'));
      emit('onOpen', 1);
      expect(heard).toEqual(['a 1', 'b 1', 'a 2', 'b 2']);
    });

    test('also where that event has a single handler', () => {
      const { task, events, heard, note, emit } = setUp(way);
      task.onClose = note('close');
      events.on('close', note('gone'))();
      events.on('open', () => emit('onClose', 2));
      events.on('open', note('open'));
      emit('onOpen', 1);
      expect(heard).toEqual(['open 1', 'close 2']);
    });

    test('and when the call that caused it returns, all of it has been heard', () => {
      const { events, heard, note, emit } = setUp(way);
      events.on('open', () => {
        emit('onMessage', 1);
        emit('onMessage', 2);
        heard.push('returned');
      });
      events.on('message', note('message'));
      emit('onOpen', 0);
      expect(heard).toEqual(['message 1', 'message 2', 'returned']);
    });

    test('events posted together keep their order', () => {
      const { task, events, heard, note } = setUp(way);
      task.onClose = note('close');
      task.onReconnect = note('reconnect');
      events.post('onClose', 1);
      events.post('onReconnect', 2);
      events.deliver();
      expect(heard).toEqual(['close 1', 'reconnect 2']);
    });
  });

  describe('during a dispatch', () => {
    test('a handler that is added hears the next event', () => {
      const { events, heard, note, emit } = setUp(way);
      let isAdded = false;
      events.on('message', () => {
        if (!isAdded) events.on('message', note('added'));
        isAdded = true;
      });
      emit('onMessage', 1);
      expect(heard).toEqual([]);
      emit('onMessage', 2);
      expect(heard).toEqual(['added 2']);
    });

    test('a handler that is removed still hears this one, and not the next', () => {
      const { events, heard, note, emit } = setUp(way);
      events.on('message', () => remove());
      const remove = events.on('message', note('removed'));
      emit('onMessage', 1);
      emit('onMessage', 2);
      expect(heard).toEqual(['removed 1']);
    });

    test('a hook that is assigned hears the next event', () => {
      const { task, events, heard, note, emit } = setUp(way);
      events.on('message', () => {
        task.onMessage = note('hook');
      });
      emit('onMessage', 1);
      expect(heard).toEqual([]);
      emit('onMessage', 2);
      expect(heard).toEqual(['hook 2']);
    });
  });
});
