// @ts-check
/** `wx.request`, as far as a client needs it: JSON there and back. */

/** @param {import('../../emulators/thread.mjs').Thread} thread @param {any} options */
export async function request(thread, { url, method = 'GET', data, success, fail, complete }) {
  const answer = (/** @type {any} */ callback, /** @type {any} */ result) =>
    thread.run(() => {
      callback?.(result);
      complete?.(result);
    });
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'GET' ? undefined : JSON.stringify(data ?? {}),
    });
    const text = await response.text();
    answer(success, { statusCode: response.status, data: parsed(text) });
  } catch (error) {
    answer(fail, { errMsg: `request:fail ${error}` });
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
