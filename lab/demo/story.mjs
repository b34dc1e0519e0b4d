// @ts-check
/**
 * The story: the troubles as data.
 *
 * @typedef {{
 *   name: string,
 *   tells: string,
 *   hits?: string[],
 *   cause?: string,
 *   steps: import('./steps.mjs').Step[],
 * }} Scene a scene with `hits` is a trouble: each of these links must be lost, for `cause`, and come back
 */
import {
  hostsRefuse,
  networkBack,
  networkLost,
  serverAcceptsAgain,
  serverFallsSilent,
  serverRefuses,
  serverStarts,
  serverStops,
  toBackground,
  toForeground,
  toMobileNetwork,
} from './acts.mjs';
import { LINKS, PLATFORMS } from './cast.mjs';
import {
  allBack,
  carries,
  connects,
  connectsBare,
  firstTakesOver,
  isOver,
  secondTaskConnects,
  time,
} from './steps.mjs';

const ALL = PLATFORMS.map(({ id }) => id);
const BARE = LINKS.filter(({ isBare }) => isBare);

/** @type {Scene[]} */
export const STORY = [
  {
    name: 'connect',
    tells:
      'Three mini programs connect to one server and chat; beside them one without the library: onClose and a timer.',
    steps: [
      ...ALL.map(connects),
      ...BARE.map(({ id, platform }) => connectsBare(id, platform)),
      ...[...ALL, ...BARE.map(({ id }) => id)].map(carries),
      time(1200),
    ],
  },
  {
    name: 'server restart',
    tells: 'The server goes down and is up again at once.',
    hits: ALL,
    cause: 'host',
    steps: [serverStops, serverStarts, isOver, allBack, time(900)],
  },
  {
    name: 'server gone',
    tells: 'Nothing listens for two seconds.',
    hits: ALL,
    cause: 'host',
    steps: [serverStops, time(2000), serverStarts, isOver, allBack, time(1200)],
  },
  {
    name: 'half-open link',
    tells: 'The server falls silent and closes nothing: only the heartbeat can find that.',
    hits: ALL,
    cause: 'pong-timeout',
    steps: [serverFallsSilent, allBack, time(1200)],
  },
  {
    name: 'refused',
    tells: 'The server drops everybody and answers each new connection with HTTP 503.',
    hits: ALL,
    cause: 'host',
    steps: [serverRefuses, time(1500), serverAcceptsAgain, isOver, allBack, time(900)],
  },
  {
    name: 'from Wi-Fi to 4G',
    tells: 'The phones change their network: the links are dead without a word, and a probe finds that.',
    hits: ALL,
    cause: 'pong-timeout',
    steps: [toMobileNetwork, isOver, allBack, time(1200)],
  },
  {
    name: 'background',
    tells: 'The users leave for six seconds; after five, the hosts cut the links.',
    hits: ALL,
    cause: 'host',
    steps: [toBackground, time(6000), isOver, toForeground, allBack, time(600)],
  },
  {
    name: 'no network',
    tells: 'The phones lose their network for a second.',
    hits: ALL,
    cause: 'host',
    steps: [networkLost, time(1000), isOver, networkBack, allBack, time(1400)],
  },
  {
    name: 'the host refuses',
    tells:
      'The hosts refuse what is sent and report nothing else: the refused message is kept, and the link is made anew.',
    hits: ALL,
    cause: 'host',
    steps: [hostsRefuse, isOver, allBack, time(1200)],
  },
  {
    name: 'second task',
    tells: 'Alipay has one socket: a second task takes it, the first takes it back by reconnect().',
    hits: ['alipay'],
    cause: 'superseded',
    steps: [secondTaskConnects, carries('alipay-2'), time(900), isOver, firstTakesOver, allBack, time(900)],
  },
];
