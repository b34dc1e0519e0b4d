// @ts-check
/**
 * What the buttons do: acts, each so many ms after the one before it.
 *
 * @typedef {import('./playground.mjs').World} World
 * @typedef {{ name: string, steps: [after: number, act: (world: World) => unknown][] }} Trouble
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
    ],
  },
  {
    name: 'half-open',
    steps: [
      [0, serverFallsSilent],
      [26_000, rest],
    ],
  },
  {
    name: 'refused',
    steps: [
      [0, serverRefuses],
      [6000, serverAcceptsAgain],
    ],
  },
  {
    name: 'network-off',
    steps: [
      [0, networkLost],
      [8000, networkBack],
    ],
  },
  {
    name: 'wifi-to-4g',
    steps: [
      [0, otherNetwork],
      [4000, rest],
    ],
  },
  {
    name: 'background',
    steps: [
      [0, toBackground],
      [20_000, toForeground],
    ],
  },
  {
    name: 'second-task',
    steps: [
      [0, secondTask],
      [6000, takeBack],
    ],
  },
  {
    name: 'flood',
    steps: [
      [0, serverStops],
      [1000, flood],
      [3000, serverStarts],
    ],
  },
];

/**
 * Those that make sense on a host.
 *
 * @param {{ oneSocket: boolean, losesHidden: boolean, tellsNetwork: boolean }} choice
 */
export const troublesOn = ({ oneSocket, losesHidden, tellsNetwork }) =>
  TROUBLES.filter(({ name }) => {
    if (name === 'second-task') return oneSocket;
    if (name === 'background') return losesHidden;
    return tellsNetwork || !['network-off', 'wifi-to-4g'].includes(name);
  });

/** How many messages at once. */
export const FLOOD = 120;

/** Nothing more is done, and the trouble is not over yet. */
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
