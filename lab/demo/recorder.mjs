// @ts-check
/**
 * Writes down what happens, in order and with its time, and lets others wait for it.
 *
 * @typedef {'connecting' | 'open' | 'waiting' | 'closed'} State
 * @typedef {{ kind: 'scene', name: string, tells: string }} Scene
 * @typedef {{ kind: 'trouble', name: string, hits: string[], cause: string }} Trouble begins; `hits` names links
 * @typedef {{ kind: 'over', name: string }} Over a trouble ends: from here on a connection can succeed
 * @typedef {{ kind: 'server', text: string }} ServerNote
 * @typedef {{ kind: 'phone', platform: string, text: string }} PhoneNote
 * @typedef {{ kind: 'state', link: string, state: State, attempt: number, cause?: string, code?: number, delay?: number }} Change
 * @typedef {{ kind: 'said' | 'kept', link: string, n: number }} Said `kept`: until the link is open again
 * @typedef {{ kind: 'settled', link: string, n: number, fail?: string }} Settled the sender's callback
 * @typedef {{ kind: 'arrived' | 'answered', link: string, n: number }} Delivered at the server, back at the phone
 * @typedef {{ kind: 'ping', link: string }} Ping
 * @typedef {{ kind: 'seen', link: string, event: string, detail: string }} Seen what a handler of the program was given
 * @typedef {{ kind: 'thrown', platform: string, text: string }} Thrown an error nobody caught
 * @typedef {{ kind: 'stuck', name: string }} Stuck what was waited for in this scene did not happen
 * @typedef {{ kind: 'curtain' }} Curtain the story is over; links are closed on purpose after it
 * @typedef {Scene | Trouble | Over | ServerNote | PhoneNote | Change | Said | Settled | Delivered | Ping | Seen | Thrown | Stuck | Curtain} Happening
 * @typedef {{ at: number } & Happening} Entry `at` is milliseconds since the beginning
 * @typedef {(happening: Happening) => void} Record
 * @typedef {{ links: import('./cast.mjs').Link[], entries: Entry[], timeouts: import('./timeouts.mjs').Timeout[] }} Recording
 * @typedef {ReturnType<typeof createRecorder>} Recorder
 */

/** @param {() => number} [now] */
export function createRecorder(now = () => performance.now()) {
  const start = now();
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Set<(entry: Entry) => void>} */
  const listeners = new Set();

  return {
    entries,
    /** @type {Record} */
    record(happening) {
      const entry = { at: now() - start, ...happening };
      entries.push(entry);
      for (const listener of [...listeners]) listener(entry);
    },
    /** @param {(entry: Entry) => void} listener */
    listen: (listener) => void listeners.add(listener),
    /**
     * Waits until the condition holds, looked at with every entry; whether it did within the time given.
     *
     * @param {() => boolean} condition
     * @param {number} ms
     * @returns {Promise<boolean>}
     */
    until(condition, ms) {
      return new Promise((resolve) => {
        const look = () => condition() && done(true);
        const limit = setTimeout(() => done(false), ms);
        const done = (/** @type {boolean} */ held) => {
          clearTimeout(limit);
          listeners.delete(look);
          resolve(held);
        };
        listeners.add(look);
        look();
      });
    },
  };
}
