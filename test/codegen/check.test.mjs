// @ts-check
import { describe, expect, test } from 'vitest';
import { generated, problemsOf } from './project.mjs';

/** @param {string} body */
const core = (body) => ({
  'core/index.ts': `import { host, traits } from './port';\nexport function run(options: any): any {\n${body}\n}\n`,
});

/** @param {object} manifest */
const wechat = (manifest = {}) => ({
  'platforms/toy/platform.json': {
    title: { en: 'WeChat', zh: '微信' },
    host: { global: 'wx' },
    typings: 'miniprogram-api-typings',
    sockets: 'tasks',
    bytes: 'raw',
    ...manifest,
  },
});

describe("the platform's typings are held against the core", () => {
  test('an API that is missing there', () => {
    expect(problemsOf(core('  return host(options).closeSocket(options);'))).toEqual([
      'core/index.ts:3:24 - Property \'closeSocket\' does not exist on type \'typeof toy\'. (in the program for toy, TS2339) Name what the platform lacks in "lacks" of its platform.json, what it calls otherwise in "names"; what only its typings lack, write into an overlay.',
    ]);
  });

  test('none where a trait leaves it out', () => {
    expect(
      generated(core('  if (traits.singleSocket) return host(options).closeSocket(options);\n  return 1;')),
    ).toContain('{\n  return 1;');
  });

  test('an API with another signature', () => {
    expect(problemsOf(core('  return host(options).connectSocket({ uri: options });'))[0]).toMatch(
      /^core\/index\.ts:3:40 - .*'uri' does not exist in type 'ConnectOptions'/,
    );
  });

  test('the line is that of the core when lines above it went', () => {
    const body =
      '  if (traits.singleSocket) {\n    options();\n    options();\n  }\n  return host(options).closeSocket(options);';
    expect(problemsOf(core(body))[0]).toMatch(/^core\/index\.ts:7:24 - Property 'closeSocket'/);
  });

  test('a mistake in an overlay, at its own place', () => {
    const overlay = 'declare namespace toy {\n  function ping(options: Nothing): void;\n}\n';
    expect(problemsOf({ 'platforms/toy/overlay.d.ts': overlay })[0]).toMatch(
      /^platforms\/toy\/overlay\.d\.ts:2:26 - Cannot find name 'Nothing'/,
    );
  });

  test('what an overlay adds is there', () => {
    const overlay = 'declare namespace toy {\n  function closeSocket(options: any): void;\n}\n';
    const files = { ...core('  return host(options).closeSocket(options);'), 'platforms/toy/overlay.d.ts': overlay };
    expect(generated(files)).toContain('return toy.closeSocket(options);');
  });

  test('syntax for which TypeScript would bring a helper', () => {
    const [problem] = problemsOf(core('  return { ...options };'));
    expect(problem).toMatch(/^core\/index\.ts:3:12 - This syntax requires an imported helper/);
    expect(problem).toContain('write it in ES5');
  });

  test('of several platforms each says its own', () => {
    const problems = problemsOf(core('  return nothing;'), ['toy', 'universal']);
    expect(problems.map((problem) => /program for (\w+)/.exec(problem)?.[1])).toEqual(['toy', 'universal']);
  });
});

describe('what is newer than the floor must be tested for', () => {
  const floor = 'toy.onAppShow needs base library 2.1.2, newer than the floor 1.7.0 of platform.json';

  test.each([
    ['called', '  host(options).onAppShow(options);', '3:3'],
    [
      'called where another was tested',
      '  if (host(options).connectSocket !== undefined) host(options).onAppShow(options);',
      '3:50',
    ],
    ['called in the wrong branch', '  if (!host(options).onAppShow) host(options).onAppShow(options);', '3:33'],
    [
      'called behind ||',
      "  return typeof host(options).onAppShow === 'function' || host(options).onAppShow(options);",
      '3:59',
    ],
    ['called before the test', '  host(options).onAppShow(options);\n  if (!host(options).onAppShow) return 1;', '3:3'],
  ])('%s', (_, body, place) => {
    expect(problemsOf(core(body))[0]).toBe(
      `core/index.ts:${place} - ${floor}: test it first, if (toy.onAppShow) …, and do without it otherwise.`,
    );
  });

  test.each([
    '  if (host(options).onAppShow) host(options).onAppShow(options);',
    '  return host(options).onAppShow && host(options).onAppShow(options);',
    '  return !host(options).onAppShow || host(options).onAppShow(options);',
    '  return host(options).onAppShow ? host(options).onAppShow(options) : 1;',
    '  if (!host(options).onAppShow) return 1;\n  host(options).onAppShow(options);',
    '  if (options && host(options).onAppShow) {\n    [1].forEach(() => host(options).onAppShow(options));\n  }',
    "  if (typeof host(options).onAppShow === 'function') host(options).onAppShow(options);",
    "  if (typeof host(options).onAppShow !== 'function') return 1;\n  host(options).onAppShow(options);",
    '  if (host(options).onAppShow === undefined) return 1;\n  else host(options).onAppShow(options);',
  ])('no error for %s', (body) => {
    expect(problemsOf(core(body)).filter((problem) => problem.includes('floor'))).toEqual([]);
  });

  test('members of the connection object too', () => {
    const body = '  host(options).connectSocket(options).ping();';
    expect(problemsOf(core(body))[0]).toContain(
      'core/index.ts:3:3 - toy.connectSocket(options).ping needs base library 1.8.0',
    );
  });

  test('what an overlay says may be absent, whatever the floor', () => {
    const overlay = [
      'declare namespace toy {',
      '  /**',
      '   * Source: a page.',
      '   * @absent in the IDE',
      '   */',
      '  function connectSocket(options: any): any;',
      '}',
      '',
    ].join('\n');
    const files = { ...core('  return host(options).connectSocket(options);'), 'platforms/toy/overlay.d.ts': overlay };
    expect(problemsOf(files)[0]).toMatch(
      /^core\/index\.ts:3:10 - toy\.connectSocket may be absent in the IDE: test it first/,
    );
  });

  test('versions as the official typings of WeChat write them', () => {
    const floored = wechat({ floor: { version: '1.7.0', why: 'test' } });
    expect(problemsOf({ ...core('  host(options).onAppShow(options);'), ...floored })[0]).toContain(
      'wx.onAppShow needs base library 2.1.2, newer than the floor 1.7.0',
    );
    const later = wechat({ floor: { version: '2.1.2', why: 'test' } });
    expect(problemsOf({ ...core('  host(options).onAppShow(options);'), ...later })).toEqual([]);
  });
});
