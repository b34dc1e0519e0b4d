import { mismatch, PREFIX } from '../common/check';
import { type HostOptions, host, type Raw, traits } from '../port';

/** Throws a TypeError that says what is missing, and the cure where it is known, unless there is a host to connect. */
export function requireHost(options: HostOptions): void {
  if (traits.adapter) {
    if (host(options).isThere!()) return;
    throw new TypeError(PREFIX + '__GLOBAL__' + ' is missing: this is the build for __TITLE__');
  }
  let connectSocket: string | undefined;
  try {
    connectSocket = typeof host(options).connectSocket;
  } catch {
    // Nothing at all under that name.
  }
  if (connectSocket === 'function') return;
  if (traits.givenHost)
    throw new TypeError(mismatch('platform', 'a host with connectSocket', options.platform) + cure(options.platform));
  throw new TypeError(PREFIX + '__GLOBAL__' + '.connectSocket is missing: this is the build for __TITLE__');
}

function cure(platform: Raw): string {
  if (!platform || typeof platform !== 'object' || Object.keys(platform).length) return '';
  return ' without methods: h5 builds of uni-app and Taro empty it, use mde-websocket/web there';
}
