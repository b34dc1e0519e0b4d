// @ts-check
/** A message of the crowd says whose it is and which: `task:number`. */

/** @param {number} task @param {number} number */
export function write(task, number) {
  return `${task}:${number}`;
}

/** @param {string} text */
export function read(text) {
  const [task, number] = text.split(':').map(Number);
  return { task, number };
}
