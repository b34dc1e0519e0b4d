import { guard, ignore } from './guard';
import { host } from './platform';
import type { ResolvedOptions } from './types';

/**
 * Hears of the moments when a link is worth a look: the app comes to the foreground, the network comes back.
 *
 * @returns begins to listen, or stops
 */
export function createWake(options: ResolvedOptions, wake: () => void): (isOn: boolean) => void {
  const onShow = () => wake();
  const onNetwork = (status?: { isConnected: boolean }) => {
    if (status && status.isConnected) wake();
  };

  let isHeard = false;

  // Where a host cannot remove a listener, ours stays, finds nothing to do, and serves again when the task is revived.
  return (isOn) => {
    if (!options.wake) return;
    guard(() => {
      if (isHeard && host.offAppShow) host.offAppShow(onShow);
      if (isOn && host.onAppShow && (!isHeard || host.offAppShow)) host.onAppShow(onShow);
    }, ignore);
    guard(() => {
      if (isHeard && host.offNetworkStatusChange) host.offNetworkStatusChange(onNetwork);
      if (isOn && host.onNetworkStatusChange && (!isHeard || host.offNetworkStatusChange)) {
        host.onNetworkStatusChange(onNetwork);
      }
    }, ignore);
    isHeard = true;
  };
}
