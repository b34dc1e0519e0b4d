// @ts-check
/** The heap that is really in use: what a full collection leaves. */
import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = runInNewContext('gc');
const MB = 2 ** 20;

/** In MB. Compiled code is told apart: V8 goes on optimizing for minutes, and no program can keep it from growing. */
export function heapInUse() {
  collect();
  const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics();
  const code = (code_and_metadata_size + bytecode_and_metadata_size) / MB;
  return { heap: process.memoryUsage().heapUsed / MB - code, code };
}
