// @ts-check
/**
 * Ways to run a script in an engine, and to get what it printed.
 *
 * @typedef {(script: string) => string} Run
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';

/**
 * An engine with a command of its own.
 *
 * @param {string} command
 * @param {string[]} [args] before the file
 * @returns {Run}
 */
export function commandLine(command, args = []) {
  return (script) => {
    const folder = mkdtempSync(join(tmpdir(), 'mde-engine-'));
    try {
      const file = join(folder, 'script.js');
      writeFileSync(file, script);
      const { status, signal, stdout, stderr, error } = spawnSync(command, [...args, file], {
        encoding: 'utf8',
        timeout: 60000,
      });
      if (error) throw error;
      if (status !== 0) throw new Error(`${command} ended with ${signal ?? status}: ${stderr || stdout}`);
      return stdout;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** The V8 of the Node that runs this, where making code from text is forbidden as in a mini program. @type {Run} */
export function ownV8(script) {
  /** @type {string[]} */
  const lines = [];
  const globals = { print: (/** @type {string} */ line) => lines.push(line) };
  const options = {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: /** @type {const} */ ('afterEvaluate'),
  };
  vm.runInContext(script, vm.createContext(globals, options), { timeout: 60000 });
  return lines.join('\n');
}

/** @returns {Promise<Run>} */
export async function quickJs() {
  const { getQuickJS } = await import('quickjs-emscripten');
  const engine = await getQuickJS();
  return (script) => {
    const context = engine.newContext();
    /** @type {string[]} */
    const lines = [];
    try {
      const print = context.newFunction('print', (/** @type {any} */ line) => void lines.push(context.getString(line)));
      context.setProp(context.global, 'print', print);
      print.dispose();
      context.unwrapResult(context.evalCode(script)).dispose();
      context.unwrapResult(context.runtime.executePendingJobs());
      return lines.join('\n');
    } finally {
      context.dispose();
    }
  };
}
