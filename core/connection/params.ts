import type { Trials } from './retry';
import { guard, isThenable } from '../common/guard';
import { dial } from '../host/dial';
import { failed, type Link } from '../host/link';
import type { Raw } from '../port';
import type { ResolvedOptions } from '../types';

/** A connection whose attempts need parameters. */
export interface ParamsOwner {
  readonly options: ResolvedOptions;
  readonly trials: Trials;
  /** The callbacks of a `params` object are still to be called. */
  isFirst: boolean;
}

/** Asks for the parameters of an attempt, and with them the host for a socket. */
export function dialWithParams(owner: ParamsOwner, link: Link): void {
  const { options, trials } = owner;
  guard(
    () => {
      const { params } = options;
      const given: Raw = typeof params === 'function' ? params(trials.count) : params;
      // Callbacks of an object that is given once are called once, not again at every reconnect.
      const isHeard = owner.isFirst || typeof params === 'function';
      owner.isFirst = false;
      return isThenable(given)
        ? Promise.resolve(given).then((settled) => dial(link, settled, isHeard))
        : dial(link, given, isHeard);
    },
    (error) => failed(link, error, 'params'),
  );
}
