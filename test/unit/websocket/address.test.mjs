// @ts-check
import { describe, expect, test } from 'vitest';
import { toAddress, toProtocols } from '../../../build/universal/websocket/address';
import { toScalars, utf8Length } from '../../../build/universal/websocket/text';

describe('an address', () => {
  test.each([
    ['wss://server', 'wss://server/'],
    ['wss://server/', 'wss://server/'],
    ['ws://server/a/b?c=d', 'ws://server/a/b?c=d'],
    ['https://server/x', 'wss://server/x'],
    ['http://server/x', 'ws://server/x'],
    ['WSS://SERVER/Path', 'wss://server/Path'],
    ['wss://server?query', 'wss://server/?query'],
    ['wss://server:8443/x', 'wss://server:8443/x'],
    ['wss://server:443/x', 'wss://server/x'],
    ['ws://server:80', 'ws://server/'],
    ['ws://server:443', 'ws://server:443/'],
    ['wss://server:80', 'wss://server:80/'],
    ['ws://server:', 'ws://server/'],
    ['ws://server:0080/', 'ws://server/'],
    ['ws://server:65535', 'ws://server:65535/'],
    ['ws://127.0.0.1:9001/', 'ws://127.0.0.1:9001/'],
    ['ws://[::1]:9001/', 'ws://[::1]:9001/'],
    ['ws://user:secret@server/', 'ws://user:secret@server/'],
    ['  wss://server/ \n', 'wss://server/'],
    ['\u0001wss://server/\u001f', 'wss://server/'],
    ['wss://ser\nver/\tpath', 'wss://server/path'],
    ['wss://server/a b', 'wss://server/a%20b'],
    ['wss://server/您好?名=😀', 'wss://server/%E6%82%A8%E5%A5%BD?%E5%90%8D=%F0%9F%98%80'],
    ['wss://server/%20%zz', 'wss://server/%20%zz'],
    ['wss://server/"<>"', 'wss://server/%22%3C%3E%22'],
    ['wss://server/\ud800', 'wss://server/%EF%BF%BD'],
    ['wss://xn--fsq.example/', 'wss://xn--fsq.example/'],
    ['wss://a_b-c.example/', 'wss://a_b-c.example/'],
  ])('%j is %s', (given, expected) => {
    expect(toAddress(given)).toBe(expected);
  });

  test('may be anything that says it as text', () => {
    expect(toAddress(new URL('wss://server/x'))).toBe('wss://server/x');
  });

  test.each([
    '',
    'server',
    '/path',
    '//server/path',
    'ftp://server/',
    'file:///x',
    'mailto:a@b',
    'about:blank',
    'wss:',
    'wss://',
    'wss:///path',
    'wss://?query',
    'wss://ser ver/',
    'wss://server:65536/',
    'wss://server:port/',
    'wss://server:-1/',
    'wss://a@b@c/',
    'wss://server/#',
    'wss://server/#fragment',
    'wss://server#fragment',
    '#fragment',
    'wss://ser%20ver/',
    'wss://server|x/',
    'wss://您好/',
    'wss://[::1',
    'wsss://server/',
    undefined,
    null,
    {},
  ])('%j is none', (given) => {
    expect(() => toAddress(given)).toThrow(
      expect.objectContaining({
        name: 'SyntaxError',
        code: 12,
        message: 'mde-websocket: url must be wss://, ws://, https:// or http:// with a host and without a fragment',
      }),
    );
  });

  test('of the standard parser they are the same', () => {
    const some = [
      'ws://A.example:80/x?y',
      'wss://b.example',
      'wss://server/a b?c d',
      'ws://[::1]:81/',
      'wss://s:443?q',
    ];
    for (const given of some) expect(toAddress(given)).toBe(new URL(given).href);
  });

  test('the error does not show it, since it may hold a token', () => {
    expect(() => toAddress('ftp://server/?token=secret')).toThrow(expect.not.stringContaining('secret'));
  });
});

describe('subprotocols', () => {
  test.each([
    [undefined, []],
    [[], []],
    ['mqtt', ['mqtt']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ["!#$%&'*+-.^_`|~09AZaz", ["!#$%&'*+-.^_`|~09AZaz"]],
    [null, ['null']],
    [5, ['5']],
  ])('%j are %j', (given, expected) => {
    expect(toProtocols(given)).toEqual(expected);
  });

  test.each(['', ' ', 'a b', 'a,b', 'a/b', 'a"b', '您', 'a\u007f', 'a\tb'])('%j is none', (given) => {
    expect(() => toProtocols(given)).toThrow(expect.objectContaining({ name: 'SyntaxError', code: 12 }));
    expect(() => toProtocols(['fine', given])).toThrow(/protocols must be tokens, each of them once/);
  });

  test.each([[['a', 'a']], [['a', 'b', 'A']]])('%j is there twice', (given) => {
    expect(() => toProtocols(given)).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
  });

  test('an object where a list should be is a SyntaxError, as colyseus.js expects', () => {
    expect(() => toProtocols({ headers: {} })).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
  });
});

describe('text', () => {
  test.each(['', 'abc', '\u007f\u0080', '\u07ff\u0800', '\uffff', '😀', 'a😀é您', '\u{10ffff}'])(
    '%j is as long in UTF-8 as it is',
    (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    },
  );

  test.each(['a', '😀', '\ud800', 'a\udfffb', '\ud83d\ud83d\ude00', '\ude00\ud83d', 5, null])(
    '%j has no half of a pair',
    (value) => {
      expect(toScalars(value)).toBe(/** @type {any} */ (String(value)).toWellFormed());
    },
  );
});
