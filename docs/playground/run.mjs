// @ts-check
/**
 * Lets a playground's time pass while somebody looks: at the speed that was picked, not while paused or in a hidden tab,
 * and not beyond the longest story.
 */
import { LONGEST } from './story.mjs';

/** Between two looks, in ms, and the most of real time that one look makes up for. */
const LOOK = 100;
const MOST = 300;

/**
 * @param {import('./playground.mjs').Playground} playground
 * @param {{ strikes: import('./story.mjs').Strike[], draw: () => void }} setting `strikes` are played at once, then time goes on
 */
export function createRun(playground, { strikes, draw }) {
  const told = [...strikes];
  /** @type {string[]} */
  const asked = [];
  let speed = 5;
  let isPaused = false;
  let isLooking = false;
  let last = performance.now();

  async function catchUp() {
    for (const { at, name } of strikes) {
      await playground.advance(at - playground.now());
      playground.strike(name);
    }
  }

  async function look() {
    if (isLooking) return;
    isLooking = true;
    const now = performance.now();
    const passed = isStill() ? 0 : Math.floor(Math.min(now - last, MOST) * speed);
    last = now;
    for (const name of asked.splice(0)) {
      if (playground.strike(name)) told.push({ at: playground.now(), name });
    }
    if (passed > 0) await playground.advance(passed);
    draw();
    isLooking = false;
  }

  const isOver = () => playground.now() >= LONGEST;
  const isStill = () => isPaused || isOver() || document.hidden;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  return {
    strikes: () => told,
    isOver,
    async start() {
      await playground.start();
      await catchUp();
      last = performance.now();
      timer = setInterval(look, LOOK);
    },
    stop: () => clearInterval(timer),
    /** @param {string} name */
    strike: (name) => void asked.push(name),
    pause(/** @type {boolean} */ paused) {
      isPaused = paused;
    },
    setSpeed(/** @type {number} */ times) {
      speed = times;
    },
  };
}
