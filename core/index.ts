import { resolveOptions } from './connection/options';
import { createTask } from './connection/task';
import type { LegacyOptions, Options, Task } from './types';

/**
 * Connects and keeps the link up.
 *
 * @returns a promise of the task, fulfilled as soon as the first attempt is under way; it does not wait for the
 * connection. It rejects only with a TypeError for an option that is missing, ill-typed or out of range.
 * @example
 * MdeWebsocket({ params: { url: 'wss://example.com' } }).then((task) => {
 *   task.onMessage = ({ data }) => console.log(data);
 *   task.send('hello');
 * });
 */
export function MdeWebsocket(options: Options | LegacyOptions): Promise<Task> {
  return new Promise((resolve) => resolve(createTask(resolveOptions(options))));
}

/** The version of this package. */
export const VERSION = '__VERSION__';

export { type BackoffOptions, backoff } from './connection/backoff';
export type { ConnectParams, SocketTask } from './port';
export type * from './types';
export default MdeWebsocket;
/** @only givenHost */
export type { Host } from './port';
