import { emit, EventTarget as Target, type TargetRecord } from './target';
import type { EventTarget } from './types';
import { requireHost } from '../host/find';
import { attend, type Hearer, type HearerListeners, keeperOf } from '../host/keeper';
import type { HostOptions, Raw } from '../port';

/** What the host tells of the app and the network, on its way to listeners. */
interface NetworkRecord extends Hearer, TargetRecord {
  readonly listeners: HearerListeners;
}

/** An event target of the app and the network. The host is asked for them while there is a listener. */
export function createTarget(options: HostOptions): EventTarget {
  const record: NetworkRecord = {
    face: null,
    attached: [],
    counted() {
      requireHost(options);
      attend(keeperOf(options), record, !!record.attached.length);
    },
    listeners: {
      told: (_, news) => emit(record, news === 'shown' ? 'visible' : news),
    },
  };
  return new (Target as Raw)(record);
}
