// @ts-check
/**
 * A built file, loaded on an emulated host, with a task connecting and everything it says recorded. When a test is
 * over, every rig is closed and held against the rules of the contract that hold whatever happened.
 */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { loadBundle, memoryTransport, wsTransport } from '../../lab/emulators/index.mjs';
import { surroundings } from '../../lab/subjects.mjs';
import { createRecorder } from './recorder.mjs';
import { settle, tick } from './time.mjs';
import { finishReal, finishVirtual, takeErrors } from './verdict.mjs';

export { settle, takeErrors, tick };

export const ADDRESS = 'ws://server/';
/** A function that throws. */
export const broken = (/** @type {string} */ text) => () => {
  throw new Error(text);
};
/** @type {{ finish: () => Promise<void>, release: () => void }[]} */
let rigs = [];

/**
 * @typedef {{ ready: Promise<{ task: any }>, record: ReturnType<typeof createRecorder>, task: () => any }} Made a task that was made
 */

/** Installs the hooks that hold every rig of a file against the rules. */
export function checkRigs() {
  beforeEach(() => {
    rigs = [];
  });
  afterEach(async () => {
    try {
      for (const rig of rigs) await rig.finish();
    } finally {
      for (const rig of rigs.reverse()) rig.release();
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
  });
}

/**
 * @typedef {{
 *   quirks?: Record<string, any>,
 *   script?: Parameters<typeof memoryTransport>[0],
 *   globals?: Record<string, any>,
 *   options?: Record<string, any>,
 *   params?: any,
 *   revivals?: number,
 * }} Setting
 */

/**
 * A program in virtual time that has loaded the file and connected nothing yet.
 *
 * @param {import('./subjects.mjs').Subject} subject
 * @param {Setting} [setting]
 */
export async function program(subject, setting = {}) {
  vi.useFakeTimers();
  const server = memoryTransport(setting.script);
  return { server, ...(await load(subject, setting, server, finishVirtual)) };
}

/**
 * The same in real time, over real sockets.
 *
 * @param {import('./subjects.mjs').Subject} subject
 * @param {Setting} [setting]
 */
export function realProgram(subject, setting = {}) {
  return load(subject, setting, wsTransport(), finishReal);
}

/** A program with one task connecting. @param {import('./subjects.mjs').Subject} subject @param {Setting} [setting] */
export async function connecting(subject, setting = {}) {
  const loaded = await program(subject, setting);
  const made = loaded.make(setting.options, setting.params);
  await tick();
  return { ...loaded, ...made, task: made.task() };
}

/** A program with one task open. @param {import('./subjects.mjs').Subject} subject @param {Setting} [setting] */
export async function open(subject, setting = {}) {
  const rig = await connecting(subject, setting);
  rig.server.last().open();
  expect(rig.task.state).toBe('open');
  return rig;
}

/**
 * @param {import('./subjects.mjs').Subject} subject
 * @param {Setting} setting
 * @param {any} transport
 * @param {(rig: any) => Promise<void>} finish
 */
async function load(subject, setting, transport, finish) {
  const phone = subject.make({ transport, quirks: setting.quirks });
  const around = surroundings(subject, phone);
  const bundle = await loadBundle(subject.file, { ...around.globals, ...setting.globals });
  /** @type {Made[]} */
  const made = [];

  /** The options of a task on this host. @param {Record<string, any>} [options] @param {any} [params] */
  function optionsOf(options, params = {}) {
    const given = typeof params === 'function' ? params : { url: ADDRESS, ...subject.params, ...params };
    return { ...around.options, params: given, ...options };
  }

  /**
   * Starts a task; its handlers are set in `.then`, as a user sets them.
   *
   * @param {Record<string, any>} [options]
   * @param {any} [params]
   */
  function make(options, params) {
    const record = createRecorder();
    /** @type {any} */
    let task;
    const ready = bundle.MdeWebsocket(optionsOf(options, params)).then((/** @type {any} */ given) => {
      task = given;
      record.watch(given);
      return { task: given };
    });
    const one = { ready, record, task: () => task };
    made.push(one);
    return one;
  }

  /** Takes a task that the test made itself into the rig's care. @param {any} task */
  function adopt(task) {
    made.push({ ready: Promise.resolve({ task }), record: createRecorder(), task: () => task });
    return task;
  }

  const rig = {
    phone,
    bundle,
    MdeWebsocket: bundle.MdeWebsocket,
    make,
    adopt,
    optionsOf,
    made,
    subject,
    setting,
    transport,
  };
  rigs.push({ finish: () => finish(rig), release: bundle.release });
  return rig;
}
