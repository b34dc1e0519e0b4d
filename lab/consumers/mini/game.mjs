// @ts-check
/** A mini game, opened on an emulated host: what it writes on its canvas can be read, and touched. */
import { HOSTS, wsTransport } from '../../emulators/index.mjs';
import { createWorld, HIDDEN } from './context.mjs';
import { restOfHost } from './host-rest.mjs';
import { timersOf } from './timers.mjs';
import { createWatch } from './watch.mjs';

const STATES = /^(connecting|open|waiting|closed)\s+(.*)$/;

/** @param {string} folder */
export async function openGame(folder) {
  const phone = HOSTS.minigame({ transport: wsTransport(), quirks: { checksThis: false } });
  const watch = createWatch();
  const screen = createScreen(watch.changed);
  /** @type {((event: any) => void) | undefined} */
  let touch;
  /** @type {string[]} */
  const complaints = [];
  const host = {
    ...restOfHost((work) => phone.thread.later(() => phone.thread.run(work))),
    ...phone.host,
    createCanvas: () => screen.canvas,
    onTouchStart(/** @type {(event: any) => void} */ listener) {
      touch = listener;
    },
  };
  const complain = (/** @type {any[]} */ ...words) => complaints.push(words.map(String).join(' '));
  const console = { log() {}, info() {}, warn() {}, error: complain };
  createWorld(folder, { ...timersOf(phone.thread), wx: host, console }, HIDDEN)('game.js');

  const bar = () => STATES.exec(screen.texts()[0]?.text ?? '') ?? [];
  const buttons = () => screen.texts().filter(({ text }) => /[\u4e00-\u9fff]$/.test(text));
  let sent = 0;

  const game = {
    folder,
    phone,
    complaints,
    screen,
    until: (/** @type {string} */ what, /** @type {() => boolean | Promise<boolean>} */ isSo) =>
      watch.until(what, isSo, () =>
        screen
          .texts()
          .map(({ text }) => text)
          .join(' | '),
      ),
    state: () => bar()[1] ?? '',
    latency: () => bar()[2] ?? '',
    lines: () =>
      screen
        .texts()
        .slice(1 + buttons().length)
        .map(({ text }) => text),
    press(/** @type {string} */ label) {
      const button = buttons().find(({ text }) => text.includes(label));
      if (!button) throw new Error(`the screen has no button ${label}`);
      phone.thread.run(() => touch?.({ touches: [{ clientX: button.x, clientY: button.y }] }));
    },
    /** A game writes its own texts. */
    say() {
      sent += 1;
      game.press('Send');
      return `hello ${sent}`;
    },
    background: () => phone.background(),
    foreground: () => phone.foreground(),
    close() {},
  };
  return game;
}

/** A canvas that keeps what was written on it since it was last filled as a whole. @param {() => void} changed */
function createScreen(changed) {
  const canvas = { width: 0, height: 0, getContext: () => pen };
  let scale = 1;
  /** @type {{ name: string, given: any[], fillStyle: string, font: string }[]} */
  let strokes = [];
  let isOpen = false;
  const keep =
    (/** @type {string} */ name) =>
    (/** @type {any[]} */ ...given) => {
      const [, , width, height] = given;
      if (name === 'fillRect' && width * scale >= canvas.width && height * scale >= canvas.height) strokes = [];
      strokes.push({ name, given, fillStyle: pen.fillStyle, font: pen.font });
      if (isOpen) return;
      isOpen = true;
      queueMicrotask(() => {
        isOpen = false;
        changed();
      });
    };
  const pen = {
    fillStyle: '',
    font: '',
    textBaseline: '',
    scale(/** @type {number} */ by) {
      scale = by;
    },
    fillRect: keep('fillRect'),
    fillText: keep('fillText'),
  };
  return {
    canvas,
    strokes: () => strokes,
    size: () => ({ width: canvas.width, height: canvas.height, scale }),
    texts: () => strokes.filter(({ name }) => name === 'fillText').map(({ given: [text, x, y] }) => ({ text, x, y })),
  };
}
