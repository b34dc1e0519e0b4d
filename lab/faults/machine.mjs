// @ts-check
/** Where and when figures were measured, in one phrase. */
import { arch, cpus, release, type } from 'node:os';

export function machine() {
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, Node ${process.versions.node}, ${type()} ${release()} ${arch()}, ${cpus().length} cores`;
}
