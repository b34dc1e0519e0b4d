import { guard, ignore } from '../common/guard';
import type { Listener } from '../port';

/** One kind of listener of ours on a host. */
export interface Ear {
  /** The function that the host was given last; what it goes on calling after that is not heard. */
  listener: Listener | null;
  hear(event: unknown): void;
}

export function createEar(hear: Listener): Ear {
  return { listener: null, hear };
}

/** Begins to hear. An `off*` of the host may throw or do nothing, so each beginning has a function of its own. */
export function open(ear: Ear, add: (listener: Listener) => unknown): void {
  if (ear.listener) return;
  const listener: Listener = (event) => {
    if (ear.listener === listener) ear.hear(event);
  };
  ear.listener = listener;
  guard(
    () => add(listener),
    () => {
      if (ear.listener === listener) ear.listener = null;
    },
  );
}

/** Stops hearing. Always with the listener: without one some hosts remove those of the application too. */
export function shut(ear: Ear, remove: (listener: Listener) => unknown): void {
  const { listener } = ear;
  if (!listener) return;
  ear.listener = null;
  guard(() => remove(listener), ignore);
}
