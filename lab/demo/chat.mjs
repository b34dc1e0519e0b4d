// @ts-check
/**
 * A message at every beat, whatever the link is doing, and what its sender heard of each.
 */

/** Between two messages, in milliseconds. */
const BEAT = 300;

/** What the bare API waits before it connects again, in milliseconds. */
export const PAUSE = 1000;

/**
 * @param {string} link
 * @param {{
 *   thread: import('../emulators/thread.mjs').Thread,
 *   record: import('./recorder.mjs').Record,
 *   send: (message: any) => unknown,
 *   beat?: number,
 * }} phone `send` returns false for a message that is kept
 */
export function startChat(link, { thread, record, send, beat = BEAT }) {
  let said = 0;
  let isTalking = true;

  function talk() {
    if (!isTalking) return;
    say();
    thread.setTimeout(talk, beat);
  }

  function say() {
    said += 1;
    const n = said;
    let isSettled = false;
    /** @param {string} [fail] */
    const settle = (fail) => {
      isSettled = true;
      record({ kind: 'settled', link, n, fail });
    };
    record({ kind: 'said', link, n });
    const isHanded = send({
      data: textOf(n),
      success: () => settle(),
      fail: (/** @type {any} */ { errMsg }) => settle(errMsg),
    });
    if (isHanded === false && !isSettled) record({ kind: 'kept', link, n });
  }

  talk();
  return {
    /** Says one more thing. */
    say,
    /** Says no more. */
    hush() {
      isTalking = false;
    },
  };
}

/** Every fourth message is bytes, which Alipay carries as base64. @param {number} n */
function textOf(n) {
  const text = `message ${n}`;
  return n % 4 === 0 ? new TextEncoder().encode(text).buffer : text;
}
