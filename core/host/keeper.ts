import { createLine, type Line } from './line';
import { guard, ignore } from '../common/guard';
import { type HostOptions, host, type Listener, type Raw, traits } from '../port';

/** News of the app or the network, from the host. */
export type News = 'shown' | 'hidden' | 'online' | 'offline';

export interface Hearer {
  readonly listeners: HearerListeners;
}

export interface HearerListeners {
  /** `since` is when the app went or the network was lost, null where the host did not say. */
  told(hearer: Hearer, news: News, since: number | null): void;
}

/** One kind of listener of ours on the host. */
interface Ear {
  readonly hear: Listener;
  /** The host was given it, and cannot or was not asked to take it off. */
  isOn: boolean;
}

/** The record of one host that lives longer than a task or a socket. */
export interface Keeper extends HostOptions {
  /** Never changed in place: they may be hearing at the moment. */
  hearers: Hearer[];
  /** Closes that were asked for while the app was hidden, and that the host has not confirmed. */
  owed: (() => void)[];
  /** The time at which the app was hidden; null while it is in front, or nobody listens. */
  hiddenAt: number | null;
  /** The time at which the network was lost; null while there is one. */
  offlineAt: number | null;
  readonly show: Ear;
  readonly hide: Ear;
  readonly network: Ear;
  /** @only singleSocket */
  readonly line: Line;
}

const keepers: Keeper[] = [];

export function keeperOf(options: HostOptions): Keeper {
  if (!traits.givenHost) return keepers[0] || createKeeper(options);
  return keepers.filter((keeper) => keeper.platform === options.platform)[0] || createKeeper(options);
}

function createKeeper(options: HostOptions): Keeper {
  const keeper: Keeper = {
    /** @only givenHost */
    platform: options.platform,
    hearers: [],
    owed: [],
    hiddenAt: null,
    offlineAt: null,
    show: { hear: () => shown(keeper), isOn: false },
    hide: { hear: () => hidden(keeper), isOn: false },
    network: { hear: (status) => changed(keeper, status), isOn: false },
    /** @only singleSocket */
    line: createLine(options),
  };
  keepers.push(keeper);
  return keeper;
}

/** Begins to tell someone of the app and the network, or stops. */
export function attend(keeper: Keeper, hearer: Hearer, isOn: boolean): void {
  keeper.hearers = keeper.hearers.filter((other) => other !== hearer).concat(isOn ? hearer : []);
  listen(keeper);
}

/** The host is asked for this close again when the app is in front, until it has confirmed it. */
export function owe(keeper: Keeper, ask: () => void, isOwed: boolean): void {
  keeper.owed = keeper.owed.filter((other) => other !== ask).concat(isOwed ? ask : []);
  listen(keeper);
}

function tell(keeper: Keeper, news: News, since: number | null): void {
  keeper.hearers.forEach((hearer) => {
    hearer.listeners.told(hearer, news, since);
  });
}

function shown(keeper: Keeper): void {
  const { hiddenAt, owed } = keeper;
  keeper.hiddenAt = null;
  keeper.owed = [];
  owed.forEach((ask) => {
    ask();
  });
  tell(keeper, 'shown', hiddenAt);
  listen(keeper);
}

function hidden(keeper: Keeper): void {
  if (keeper.hiddenAt === null) keeper.hiddenAt = Date.now();
  tell(keeper, 'hidden', null);
}

function changed(keeper: Keeper, status: Raw): void {
  const { offlineAt } = keeper;
  const isThere = !status || status.isConnected !== false;
  keeper.offlineAt = isThere ? null : offlineAt === null ? Date.now() : offlineAt;
  tell(keeper, isThere ? 'online' : 'offline', offlineAt);
}

/** One listener of each kind serves all. A listener that the host cannot remove stays, and serves again. */
function listen(keeper: Keeper): void {
  const isOn = keeper.hearers.length + keeper.owed.length > 0;
  if (!isOn) keeper.hiddenAt = keeper.offlineAt = null;
  turn(keeper.show, isOn, (hear) => {
    if (isOn && host(keeper).onAppShow) host(keeper).onAppShow!(hear);
    else if (!isOn && host(keeper).offAppShow) host(keeper).offAppShow!(hear);
    else if (traits.givenHost && isOn && host(keeper).onShow) host(keeper).onShow!(hear);
    else if (traits.givenHost && !isOn && host(keeper).offShow) host(keeper).offShow!(hear);
    else return true;
  });
  // Without a way back, the app would be hidden for good.
  turn(keeper.hide, isOn && keeper.show.isOn, (hear) => {
    if (isOn && host(keeper).onAppHide) host(keeper).onAppHide!(hear);
    else if (!isOn && host(keeper).offAppHide) host(keeper).offAppHide!(hear);
    else if (traits.givenHost && isOn && host(keeper).onHide) host(keeper).onHide!(hear);
    else if (traits.givenHost && !isOn && host(keeper).offHide) host(keeper).offHide!(hear);
    else return true;
  });
  turn(keeper.network, isOn, (hear) => {
    if (isOn && host(keeper).onNetworkStatusChange) host(keeper).onNetworkStatusChange!(hear);
    else if (!isOn && host(keeper).offNetworkStatusChange) host(keeper).offNetworkStatusChange!(hear);
    else return true;
  });
}

/** `call` answers true where the host has no such method. */
function turn(ear: Ear, isOn: boolean, call: (hear: Listener) => true | undefined): void {
  if (ear.isOn === isOn) return;
  guard(() => {
    if (!call(ear.hear)) ear.isOn = isOn;
  }, ignore);
}
