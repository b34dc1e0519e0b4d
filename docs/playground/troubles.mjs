// @ts-check
/**
 * What the buttons do: acts, each so many ms after the one before it.
 *
 * @typedef {import('./playground.mjs').World} World
 * @typedef {{ name: string, steps: [after: number, act: (world: World) => unknown][] }} Trouble `over` is the step from which a connection can succeed
 */
import {
  networkBack,
  networkLost,
  serverAcceptsAgain,
  serverFallsSilent,
  serverRefuses,
  serverStarts,
  serverStops,
  toBackground,
  toForeground,
} from '../../lab/demo/acts.mjs';

/** @type {Trouble[]} */
export const TROUBLES = [
  {
    name: 'server-gone',
    steps: [
      [0, serverStops],
      [4000, serverStarts],
      [4000, rest],
    ],
  },
  {
    name: 'half-open',
    steps: [
      [0, serverFallsSilent],
      [32_000, rest],
    ],
  },
  {
    name: 'refused',
    steps: [
      [0, serverRefuses],
      [6000, serverAcceptsAgain],
      [4000, rest],
    ],
  },
  {
    name: 'network-off',
    steps: [
      [0, networkLost],
      [8000, networkBack],
      [3000, rest],
    ],
  },
  {
    name: 'wifi-to-4g',
    steps: [
      [0, otherNetwork],
      [8000, rest],
    ],
  },
  {
    name: 'background',
    steps: [
      [0, toBackground],
      [20_000, toForeground],
      [5000, rest],
    ],
  },
  {
    name: 'second-task',
    steps: [
      [0, secondTask],
      [6000, takeBack],
      [5000, rest],
    ],
  },
  {
    name: 'flood',
    steps: [
      [0, serverStops],
      [1000, flood],
      [3000, serverStarts],
      [5000, rest],
    ],
  },
];

/** How many messages at once. */
export const FLOOD = 120;

/** So that a trouble ends, on the screen and for the buttons. */
function rest() {}

/** From Wi-Fi to 4G: the host reports a network, and the old sockets are dead without a word. @param {World} world */
function otherNetwork({ phones }) {
  for (const phone of phones) phone.network(true, { cut: 'unnoticed' });
}

/** Another part of each program opens a link of its own on the host's only socket. @param {World} world */
function secondTask({ startSecond }) {
  return startSecond();
}

/** The first task takes the socket back, where there is a way to. @param {World} world */
function takeBack({ programs }) {
  programs.second?.hush();
  programs.ours.task.reconnect();
}

/** @param {World} world */
function flood({ programs }) {
  for (const { say } of [programs.ours, programs.bare, programs['by-hand']]) {
    for (let n = 0; n < FLOOD; n += 1) say();
  }
}
