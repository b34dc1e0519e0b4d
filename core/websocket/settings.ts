import type { WebSocketOptions } from './types';
import { checked } from '../common/check';
import type { Raw } from '../port';

/** What `with` has bound to a class. */
export interface Settings {
  /** @only givenHost */
  readonly platform: Raw;
  readonly openTimeout: number;
  readonly closeTimeout: number;
  readonly idleTimeout: number;
  /** What each `with` gave: an object, or a function that gives one for each socket. */
  readonly layers: Raw[];
}

/** What is bound where nothing was. Milliseconds. */
export function defaultsFor(platform?: Raw): Settings {
  return {
    /** @only givenHost */
    platform,
    openTimeout: 10000,
    closeTimeout: 2000,
    idleTimeout: Infinity,
    layers: [],
  };
}

/** What was bound before, and what is bound now; throws a TypeError that names the option which is wrong. */
export function extend(before: Settings, options: WebSocketOptions): Settings {
  const given: Raw = options;
  const settings: Raw = {
    /** @only givenHost */
    platform: before.platform,
    layers: before.layers.concat(
      given.params === undefined ? [] : checked('params', 'an object or a function', given.params),
    ),
  };
  ['openTimeout', 'closeTimeout', 'idleTimeout'].forEach((name) => {
    settings[name] =
      given[name] === undefined ? (before as Raw)[name] : checked(name, 'a positive number or Infinity', given[name]);
  });
  return settings;
}
