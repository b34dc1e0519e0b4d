// @ts-check
/** Promise 4: `close()` throws as the standard says, and then changes nothing. */

/** @param {any} given */
function faultIn({ code, reason = '' }) {
  if (code !== undefined && code !== 1000 && !(code >= 3000 && code < 5000)) return 'InvalidAccessError';
  return reason.length > 123 ? 'SyntaxError' : undefined;
}

export function argumentsOfClose() {
  return {
    name: 'class 4 arguments',
    on: {
      /** @param {any} entry */
      return({ instance, name, before, given, error }) {
        if (name !== 'close') return;
        const wanted = faultIn(given);
        if (error?.name !== wanted) return `close(${JSON.stringify(given)}) threw ${error?.name}, not ${wanted}`;
        const { readyState } = instance.socket;
        if (wanted && readyState !== before) return `close() threw and readyState went from ${before} to ${readyState}`;
        if (!wanted && readyState !== Math.max(2, before)) return `close() left readyState at ${readyState}`;
      },
    },
  };
}
