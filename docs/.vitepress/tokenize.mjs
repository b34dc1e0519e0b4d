// @ts-check
/**
 * Chinese in pairs of characters, the rest in words. Build and browser must cut alike, so no dictionary is asked.
 * VitePress sends this function to the browser as text: it may use nothing outside itself.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function tokenize(text) {
  const tokens = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}_]+/gu)) {
    if (!/\p{Script=Han}/u.test(run) || run.length === 1) tokens.push(run);
    else for (let at = 0; at < run.length - 1; at += 1) tokens.push(run.slice(at, at + 2));
  }
  return tokens;
}
