// @ts-check
/** Whether the connections that were weighed were there, and still carry messages. */
import { verify, verifyEqual } from '../check.mjs';

/**
 * @param {string} who
 * @param {{ tasks: number, opened: number, received: number, bytes: number }} seen
 */
export function verifyHeld(who, { tasks, opened, received, bytes }) {
  verifyEqual(`${who}: connections opened`, opened, tasks);
  verifyEqual(`${who}: connections that carry a message after the weighing`, received, tasks);
  verify(bytes > 0, `${who}: ${tasks} connections weigh ${bytes} bytes each`);
}
