import { checked } from '../common/check';
import { requireHost } from '../host/find';
import { type Raw, traits } from '../port';
import type { LegacyOptions, Options, ResolvedOptions } from '../types';

/** What options must be, and of which options that is true, with their defaults. */
const rules: [string, { [option: string]: unknown }][] = [
  ['a number from 0 or Infinity', { pingTimeout: 15000, minUptime: 5000, queueLimit: 100 }],
  ['a positive number', { pongTimeout: 10000, probeTimeout: 3000, connectTimeout: 10000 }],
  ['a positive number or Infinity', { pingEvery: Infinity }],
  ['a number from 0 or a function', { reconnectTimeout: 2000 }],
  ['a number from 0, Infinity or null', { repeatLimit: null }],
  ['a string, bytes or a function', { pingMsg: 'heartbeat' }],
  ['a boolean', { wake: true }],
  ['a function or null', { isPong: null, shouldReconnect: null, logger: null }],
];

/** Fills in the defaults; throws a TypeError that names the option which is missing, ill-typed or out of range. */
export function resolveOptions(given: Options | LegacyOptions): ResolvedOptions {
  const from: Raw = given || {};
  const params = from.params === undefined ? from.connectSocketParams : from.params;
  const options: Raw = { params: checked('params', 'an object or a function', params) };
  rules.forEach(([expected, defaults]) => {
    for (const name in defaults) {
      options[name] = checked(name, expected, from[name] === undefined ? defaults[name] : from[name]);
    }
  });
  if (traits.givenHost) options.platform = from.platform === undefined ? from.miniprogram : from.platform;
  requireHost(options);
  return Object.freeze(options);
}

export function hasHeartbeat({ pingTimeout }: ResolvedOptions): boolean {
  return pingTimeout > 0 && pingTimeout < Infinity;
}
