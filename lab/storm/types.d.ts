// biome-ignore-all lint/suspicious/noExplicitAny: between a program and its host goes anything
/** The things of a storm and what they can do. */

import type { Dialect } from '../emulators/payloads.mjs';
import type { Quirks } from '../emulators/quirks.mjs';
import type { Spec } from './app/options.mjs';
import type { createClock } from './clock.mjs';
import type { createListeners, Entry } from './host/listeners.mjs';
import type { Kind, Socket } from './host/socket.mjs';
import type { Subject } from './subjects.mjs';

/** What a storm begins with. */
export interface Weather {
  seed: number;
  isMacrotask: boolean;
  /** Milliseconds to the server. */
  latency: number;
  quirks: Record<string, any>;
  tasks: Spec[];
}

/** One world of the storm: a clock, a host, a server and an application around one loaded program. */
export interface World {
  subject: Subject;
  clock: ReturnType<typeof createClock>;
  /** Handlers throw nothing in this world. */
  isCalm: boolean;
  latency: number;
  quirks: Quirks;
  /** On whose behalf code runs; -1 is the application or the host. */
  owner(): number;
  /** On whose behalf a listener hears what is told once for everybody. */
  hearerOf(owner: number): number;
  turn(): number;
  /** A new number each time. */
  count(): number;
  enter<T>(who: number, where: string, work: () => T): T | undefined;
  log(entry: { kind: string } & Record<string, any>): void;
  sockets: Socket[];
  addSocket(socket: Socket): void;
  /** How the host words what it says about a socket. */
  words(socket?: Socket): Dialect;
  /** Remembers of which socket the host said something. */
  remember(payload: any, socket: Socket, what: string): void;
  originOf(payload: any): { socket: Socket; what: string } | undefined;
  bytes(text: string): ArrayBuffer;
  textOf(data: any, isBase64?: boolean): string;
  isPing(text: string): boolean;
  Promise: PromiseConstructor;
  host: Host;
  server: Server;
  app: App;
  /** What the program exports. */
  module: any;
}

export interface Host {
  /** What the program sees as `wx`, `my`, `swan` or its `platform` option. */
  api: Record<string, any>;
  listeners: ReturnType<typeof createListeners>;
  isForeground: boolean;
  hiddenAt: number;
  isOnline: boolean;
  announce(topic: string, payload?: any): void;
  canRemove(topic: string): boolean;
  line(): Socket | undefined;
  takeLine(socket: Socket): void;
  lineListeners(kind: Kind): Entry[];
  reportClose(socket: Socket, payload: any): void;
}

export interface Server {
  /** Whether it accepts connections. */
  isUp: boolean;
  meet(socket: Socket): void;
  say(socket: Socket, prefix?: string, asBytes?: boolean): void;
  cut(socket: Socket, code: number | undefined, kinds?: string): void;
  refuse(socket: Socket): void;
  receive(socket: Socket, text: string): void;
}

export interface App {
  members: Member[];
  /** Tasks whose handle has arrived. */
  ready(): Member[];
  /** The next task that was not started yet. */
  waiting(): Member | undefined;
}

/** What a handler will do when it is called next. */
export interface Plan {
  does: string[];
  throws: boolean;
}

/** A task of the application, with its handlers. */
export interface Member {
  index: number;
  name: string;
  spec: Spec;
  /** How `params()` behaves at present, and how often it was asked. */
  provider: string;
  asks: number;
  options: any;
  task: any;
  plans: Record<string, Plan[]>;
  extras: { id: string; type: string; remove: () => void }[];
  extrasMade: number;
  messages: { send(form: string, wantsCallbacks: boolean): void };
  start(): void;
  call(name: string, argument?: any): any;
  /** Does what was planned for this moment. */
  react(moment: string): void;
  addHandler(type: string): void;
  removeHandler(): void;
  act(action: string, moment: string): void;
}
