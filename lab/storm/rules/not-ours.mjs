// @ts-check
/**
 * Rule 7. The application's listeners and those of other tasks keep working, the caller's objects stay as they were,
 * and host methods are called on their host.
 */

/** @returns {import('./rule.mjs').Rule} */
export function notOurs() {
  /** @type {any[]} */
  const kept = [];
  /** How often the application heard of a topic, and how often there was something to hear. @type {Record<string, number>} */
  const heard = {};
  /** Attempts, by task. @type {number[]} */
  const dials = [];
  let announced = { topic: '', before: 0 };
  let isStripped = false;

  return {
    name: '7 not ours',
    on: {
      born({ task, options }) {
        const { params } = options;
        kept.push({ task, options, before: { ...options }, params, paramsBefore: { ...params } });
      },
      dial({ task }) {
        dials[task] = (dials[task] ?? 0) + 1;
      },
      asked({ task, what }) {
        if (what.startsWith('params.') && dials[task] > 1) return `${what} was called again at a later attempt`;
      },
      torn: ({ name }) => `${name} was called off its object`,
      touched: ({ what }) => `${what} of the caller was changed`,
      unlisten({ topic, listener, leaving, owner }, view) {
        if (!listener) return `off${topic} was called without a listener, which removes everybody's`;
        // What is told to everybody is heard once for all tasks.
        const isShared = view.sharesLine || !topic.startsWith('Socket');
        const foreign = leaving.find(
          (/** @type {any} */ entry) => entry.owner !== owner && !(isShared && entry.owner >= 0),
        );
        if (foreign)
          return `off${topic} removed a listener of ${foreign.owner < 0 ? 'the application' : 'another task'}`;
      },
      'application heard'({ topic }) {
        heard[topic] = (heard[topic] ?? 0) + 1;
      },
      announce({ topic }) {
        announced = { topic, before: heard[topic] ?? 0 };
      },
      stripped() {
        isStripped = true;
      },
    },
    settled(view) {
      const [missing] = view.missingListeners();
      if (missing) return `the application's listener of ${missing} is gone`;
      const { topic, before } = announced;
      announced = { topic: '', before: 0 };
      if (topic && heard[topic] !== before + 1)
        return `the application heard ${topic} ${(heard[topic] ?? 0) - before} times`;
      for (const { options, before, params, paramsBefore } of kept) {
        if (differs(options, before)) return 'the options of the caller were changed';
        if (typeof params === 'object' && differs(params, paramsBefore)) return 'the params of the caller were changed';
      }
      return isStripped ? undefined : deafTask(view);
    },
  };
}

/** @param {any} object @param {any} before */
function differs(object, before) {
  const names = Object.keys(object);
  return names.length !== Object.keys(before).length || names.some((name) => object[name] !== before[name]);
}

/** Once for all tasks, while one of them wants to be woken. @param {import('./rule.mjs').View} view */
function deafTask(view) {
  const isWanted = view.members().some(({ spec, state }) => spec.wake && state && state !== 'closed');
  for (const topic of ['AppShow', 'AppHide', 'NetworkStatusChange']) {
    const count = view.listeners(topic).filter(({ owner }) => owner >= 0).length;
    if (count > 1) return `the host holds ${count} listeners of ours for ${topic}`;
    if (isWanted && view.canRemove(topic) && count < 1) return `nobody listens for ${topic}`;
  }
}
