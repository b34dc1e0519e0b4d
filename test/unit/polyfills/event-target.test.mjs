// @ts-check
/** Listeners and events: the same programs on ours and on Node's, with the same log. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEachForm, native, outcome } from './forms.mjs';

const type = fc.constantFrom('a', 'b');
const who = fc.nat(3);

/** What a program does to a target at any time. */
const act = fc.oneof(
  fc.record({ do: fc.constant('remove'), type, who }),
  fc.record({ do: fc.constant('abort'), signal: fc.nat(1) }),
);
/** Node hears one that is added while listeners are called, and does not forget that an event was stopped. */
const within = fc.oneof(act, fc.record({ do: fc.constantFrom('stop', 'prevent') }));
const add = fc.record({ do: fc.constant('add'), type, who, once: fc.boolean() });
const dispatch = fc.record({ do: fc.constant('dispatch'), type, cancelable: fc.boolean() });
const program = fc.record({
  /** What each listener does when it is called. */
  listeners: fc.array(fc.array(within, { maxLength: 2 }), { minLength: 4, maxLength: 4 }),
  steps: fc.array(fc.oneof(act, add, dispatch), { size: 'medium' }),
});

/** @param {Record<string, any>} classes @param {any} given */
function run({ AbortController, Event, EventTarget }, { listeners, steps }) {
  const target = new EventTarget();
  const controllers = [new AbortController(), new AbortController()];
  /** A listener has the same signal each time: Node takes away the later one with the earlier. */
  const signals = controllers.map(({ signal }) => ({ signal }));
  /** @type {unknown[]} */
  const log = [];
  const callbacks = listeners.map((/** @type {any[]} */ acts, /** @type {number} */ index) => {
    const called = (/** @type {any} */ event) => {
      log.push([index, event.type, event.target === target]);
      for (const one of acts) perform(one, event);
    };
    return index % 2 ? called : { handleEvent: called };
  });
  for (const step of steps) perform(step);
  return log;

  /** @param {any} step @param {any} [event] */
  function perform(step, event) {
    if (step.do === 'add')
      target.addEventListener(step.type, callbacks[step.who], { once: step.once, ...signals[step.who] });
    else if (step.do === 'remove') target.removeEventListener(step.type, callbacks[step.who]);
    else if (step.do === 'abort') controllers[step.signal].abort();
    else if (step.do === 'stop') event?.stopImmediatePropagation();
    else if (step.do === 'prevent') event?.preventDefault();
    else {
      const told = new Event(step.type, { cancelable: step.cancelable });
      log.push(['dispatched', target.dispatchEvent(told), told.defaultPrevented, told.target === target]);
      log.push([told.currentTarget, told.eventPhase]);
    }
  }
}

inEachForm((own, reported) => {
  describe('EventTarget', () => {
    test('calls whom Node calls, in any program that adds, removes and aborts', () => {
      fc.assert(
        fc.property(program, (given) => {
          expect(run(own, given)).toEqual(run(native, given));
        }),
        { numRuns: 2000 },
      );
    });

    test('calls the others when one throws, and reports it to the host', async () => {
      const target = new own.EventTarget();
      const error = new Error('mine');
      let isCalled = false;
      target.addEventListener('a', () => {
        throw error;
      });
      target.addEventListener('a', () => {
        isCalled = true;
      });
      expect([target.dispatchEvent(new own.Event('a')), isCalled]).toEqual([true, true]);
      await new Promise((resolve) => setTimeout(resolve));
      expect(reported.splice(0)).toEqual([error]);
    });

    test('shows where an event is, as the standard has it', () => {
      const target = new own.EventTarget();
      const event = new own.Event('a');
      /** @type {unknown[]} */
      const seen = [];
      const look = () => seen.push([event.eventPhase, event.currentTarget === target]);
      target.addEventListener('a', look);
      target.addEventListener('a', { handleEvent: look });
      target.dispatchEvent(event);
      look();
      expect(seen).toEqual([
        [2, true],
        [2, true],
        [0, false],
      ]);
      expect([event.target === target, event.currentTarget]).toEqual([true, null]);
    });

    test('is `this` of its listeners, and can be extended', () => {
      class Room extends own.EventTarget {}
      const room = new Room();
      /** @type {unknown[]} */
      const seen = [];
      room.addEventListener('a', function (/** @type {any} */ event) {
        // @ts-expect-error `this` is what is tested.
        seen.push(this === room, event.target === room);
      });
      room.dispatchEvent(new own.Event('a'));
      expect([...seen, room instanceof own.EventTarget, Object.keys(room)]).toEqual([true, true, true, []]);
    });

    test('does not call a listener that was added while the others are called', () => {
      const target = new own.EventTarget();
      const seen = /** @type {string[]} */ ([]);
      const late = () => seen.push('late');
      target.addEventListener('a', () => target.addEventListener('a', late));
      target.addEventListener('a', () => seen.push('second'));
      target.dispatchEvent(new own.Event('a'));
      expect(seen.splice(0)).toEqual(['second']);
      target.dispatchEvent(new own.Event('a'));
      expect(seen).toEqual(['second', 'late']);
    });

    test('keeps a listener that was added anew when the signal of its first time is aborted', () => {
      const target = new own.EventTarget();
      const controller = new own.AbortController();
      const seen = /** @type {string[]} */ ([]);
      const listener = () => seen.push('called');
      target.addEventListener('a', listener, { signal: controller.signal });
      target.removeEventListener('a', listener);
      target.addEventListener('a', listener);
      controller.abort();
      target.dispatchEvent(new own.Event('a'));
      expect(seen).toEqual(['called']);
    });

    test('takes null for no listener', () => {
      const target = new own.EventTarget();
      target.addEventListener('a', null);
      expect(target.dispatchEvent(new own.Event('a'))).toBe(true);
    });

    test.each(['own', 'native'])('refuses an event that is under way, as the standard (%s)', (whose) => {
      const { Event, EventTarget } = whose === 'own' ? own : native;
      const target = new EventTarget();
      /** @type {unknown[]} */
      const seen = [];
      target.addEventListener('a', (/** @type {any} */ event) =>
        seen.push(outcome(() => target.dispatchEvent(event)).error),
      );
      const event = new Event('a');
      target.dispatchEvent(event);
      target.dispatchEvent(event);
      // Node names its own error.
      expect(seen).toEqual(Array(2).fill(whose === 'own' ? 'InvalidStateError' : 'Error'));
    });

    test('tells no one of an event that was stopped before, and once only', () => {
      const { Event, EventTarget } = own;
      const target = new EventTarget();
      const seen = /** @type {string[]} */ ([]);
      target.addEventListener('a', () => seen.push('called'));
      const event = new Event('a');
      event.stopImmediatePropagation();
      target.dispatchEvent(event);
      target.dispatchEvent(event);
      expect(seen).toEqual(['called']);
    });
  });

  describe('Event', () => {
    test.each([[{}], [{ bubbles: true, cancelable: true, composed: true }], [undefined]])(
      'has the fields of the standard: %j',
      (init) => {
        const fields = (/** @type {any} */ { Event }) => {
          const event = new Event('a', init);
          event.preventDefault();
          const { type, target, currentTarget, eventPhase, bubbles, cancelable, composed } = event;
          const { defaultPrevented, isTrusted, cancelBubble, timeStamp } = event;
          const rest = { defaultPrevented, isTrusted, cancelBubble, time: typeof timeStamp };
          return { type, target, currentTarget, eventPhase, bubbles, cancelable, composed, ...rest };
        };
        expect(fields(own)).toEqual(fields(native));
      },
    );

    test('can be made again of another, as clients do that pass it on', () => {
      const event = new own.Event('a', { cancelable: true });
      const again = new event.constructor(event.type, event);
      expect([again instanceof own.Event, again.type, again.cancelable]).toEqual([true, 'a', true]);
    });
  });
});
