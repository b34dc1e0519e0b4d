import { toScalars } from './text';
import { failure } from '../common/failure';
import type { Raw } from '../port';

/** Scheme, user and password, host, port, path and query. Without a fragment; no host of a URL contains more than this. */
const ADDRESS = /^(?:ws|http)(s?):\/\/([^/?#@]*@)?([\w!$&'()*+,.;=~-]+|\[[\da-f:.]+\])(?::(\d*))?([/?][^#]*)?$/i;

/** A token. Source: RFC 9110, section 5.6.2 */
const TOKEN = /^[!#-'*+.\w^`|~-]+$/;

/** The address of a server as the standard writes it. There is no base that a relative one could refer to. */
export function toAddress(url: unknown): string {
  const found = toScalars(url)
    .replace(/^[^!-\uffff]+|[^!-\uffff]+$|[\t\n\r]/g, '')
    .match(ADDRESS);
  if (!found || +found[4] > 0xffff) {
    throw syntaxError('url must be wss://, ws://, https:// or http:// with a host and without a fragment');
  }
  const [, secure, user, host, port, path] = found;
  const isDefault = !port || +port === (secure ? 443 : 80);
  const origin =
    'ws' + secure.toLowerCase() + '://' + (user || '') + host.toLowerCase() + (isDefault ? '' : ':' + +port);
  return origin + (path || '').replace(/^(?!\/)/, '/').replace(/[^!-~]+|["<>]/g, (part) => encodeURIComponent(part));
}

/** The names of the subprotocols that are asked for. */
export function toProtocols(protocols: unknown): string[] {
  const names: string[] = ([] as Raw[]).concat(protocols === undefined ? [] : protocols).map(String);
  const lower = names.map((name) => name.toLowerCase());
  names.forEach((name, i) => {
    if (!TOKEN.test(name) || lower.indexOf(lower[i]) < i)
      throw syntaxError('protocols must be tokens, each of them once');
  });
  return names;
}

export function syntaxError(message: string): Error {
  return failure('SyntaxError', 12, message);
}
