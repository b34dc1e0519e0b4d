// @ts-check
/**
 * What the rules may look at in a world.
 */
import { my } from '../emulators/payloads.mjs';
import { sharesLine } from './subjects.mjs';
import { EVERYBODY } from './world.mjs';

/** @param {import('./types').World} world @returns {import('./rules/rule.mjs').View} */
export function viewOf(world) {
  const { clock, host, subject } = world;
  const isShared = sharesLine(subject);
  /** @type {import('./rules/rule.mjs').Member[]} */
  const started = [];
  /** @type {import('./rules/rule.mjs').View} */
  const view = {
    now: clock.now,
    turn: world.turn,
    isSuspended: clock.isSuspended,
    setAt: clock.setAt,
    setBack: clock.setBack,
    isPing: world.isPing,
    sharesLine: isShared,
    carriesBytes: subject.words !== my,
    promises: subject.connects === 'promise',
    members() {
      for (const member of world.app.members.slice(started.length)) {
        if (!member.options) break;
        started.push({
          index: member.index,
          name: member.name,
          get latency() {
            return member.task?.latency;
          },
          spec: member.spec,
          get state() {
            return member.task?.state;
          },
        });
      }
      return started;
    },
    sockets: () => world.sockets,
    line: host.line,
    // Tasks that share one line also share what runs for it.
    timers: (task) => clock.timers().filter(({ owner }) => isShared || owner === task || owner === EVERYBODY),
    listeners: host.listeners.of,
    canRemove: host.canRemove,
    missingListeners: host.listeners.missing,
    originOf: world.originOf,
  };
  return view;
}
