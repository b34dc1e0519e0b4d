// @ts-check
/**
 * Ways to accept a connection without ever upgrading it to a WebSocket.
 *
 * @typedef {(client: import('node:net').Socket) => boolean} Meeting
 */

const NO_BODY = 'Content-Length: 0\r\nConnection: close\r\n\r\n';
export const UNAUTHORIZED = `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n${NO_BODY}`;
export const UNAVAILABLE = `HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n${NO_BODY}`;
export const GARBAGE = '\x16\x03\x01\x00 this is not HTTP\r\n\r\n';

/** Answers the handshake with these words and hangs up. @param {string} words @returns {Meeting} */
export function answering(words) {
  return (client) => {
    client.on('error', () => {});
    client.once('data', () => client.end(words, 'latin1'));
    return false;
  };
}

/** Takes the handshake and never answers. @type {Meeting} */
export function silent(client) {
  client.on('error', () => {});
  client.resume();
  return false;
}
