import { guard, ignore } from '../common/guard';
import { host } from '../port';
import type { ResolvedOptions } from '../types';

/** Who hears of the moments when a link is worth a look: the app comes to the foreground, the network comes back. */
export interface Wakeful {
  readonly options: ResolvedOptions;
  readonly listeners: WakeListeners;
  /** What the host was told to call, from the first time on. */
  onShow: (() => void) | null;
  onNetwork: ((status?: { isConnected: boolean }) => void) | null;
}

export interface WakeListeners {
  wake(wakeful: Wakeful, wasAway: boolean): void;
}

/**
 * Begins to listen, or stops. Where a host cannot remove a listener, ours stays, finds nothing to do, and serves again
 * when the task is revived.
 */
export function listen(wakeful: Wakeful, isOn: boolean): void {
  const { options, listeners } = wakeful;
  const isHeard = !!wakeful.onShow;
  const onShow = wakeful.onShow || (() => listeners.wake(wakeful, true));
  const onNetwork =
    wakeful.onNetwork ||
    ((status?: { isConnected: boolean }) => {
      if (status && status.isConnected) listeners.wake(wakeful, false);
    });
  if (!options.wake) return;
  wakeful.onShow = onShow;
  wakeful.onNetwork = onNetwork;
  guard(() => {
    if (isHeard && host(options).offAppShow) host(options).offAppShow!(onShow);
    if (isOn && host(options).onAppShow && (!isHeard || host(options).offAppShow)) host(options).onAppShow!(onShow);
  }, ignore);
  guard(() => {
    if (isHeard && host(options).offNetworkStatusChange) host(options).offNetworkStatusChange!(onNetwork);
    if (isOn && host(options).onNetworkStatusChange && (!isHeard || host(options).offNetworkStatusChange)) {
      host(options).onNetworkStatusChange!(onNetwork);
    }
  }, ignore);
}
