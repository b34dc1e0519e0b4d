// @ts-check
/** Callbacks that write down, under one name, what is called. @param {string[]} story @param {string} name */
export function told(story, name) {
  const to = (/** @type {string} */ what) => () => void story.push(`${name} ${what}`);
  return { success: to('success'), fail: to('fail'), complete: to('complete') };
}
