// @ts-check
/** How long a host may take to confirm a close, on a machine that does other things as well. Milliseconds. */
const LONGEST = 5000;

/**
 * Waits until the host has confirmed what was closed: on the one socket of Alipay, listeners stay until then.
 *
 * @param {() => boolean} isConfirmed
 */
export async function confirmed(isConfirmed) {
  const end = performance.now() + LONGEST;
  while (!isConfirmed() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
}
