// @ts-check
import { describe, expect, test } from 'vitest';
import { generated, problemsOf } from './project.mjs';

/** @param {string} body */
const core = (body) =>
  `import { host } from './platform';\nexport function run(options: any, params: any): any {\n${body}\n}\n`;

describe('the host is put in by symbol', () => {
  test('as the bare global, at the call', () => {
    const text = generated({ 'core/index.ts': core('  return host.connectSocket(params);') });
    expect(text).toBe(
      'export function run(options: any, params: any): any {\n  return toy.connectSocket(params);\n}\n',
    );
  });

  test('under a renamed import, in a file of a subfolder', () => {
    const text = generated(
      {
        'core/index.ts': "export { open } from './deep/open';\n",
        'core/deep/open.ts':
          "import { host as machine } from '../platform';\nexport const open = (options: any, params: any) => machine.connectSocket(params);\n",
      },
      'toy/deep/open.ts',
    );
    expect(text).toBe('export const open = (options: any, params: any) => toy.connectSocket(params);\n');
  });

  test('not in strings, comments, templates or member names', () => {
    const body =
      "  // ask the host\n  const text = 'host' + `host`;\n  const member = { host: 1 }.host;\n  return [text, member];";
    expect(generated({ 'core/index.ts': core(body) })).toContain(body);
  });

  test('not where a local variable or parameter shadows it', () => {
    const body = '  const inner = (host: any) => host.anything();\n  return inner(host.connectSocket(params));';
    expect(generated({ 'core/index.ts': core(body) })).toContain(
      '(host: any) => host.anything();\n  return inner(toy.connectSocket',
    );
  });

  test('as the expression of the universal program', () => {
    const text = generated({ 'core/index.ts': core('  return host.connectSocket(params);') }, 'universal/index.ts');
    expect(text).toContain('return options.platform.connectSocket(params);');
  });

  test('where a method is asserted to be there', () => {
    expect(generated({ 'core/index.ts': core('  return host.connectSocket!(params);') })).toContain(
      'toy.connectSocket!(params)',
    );
  });
});

describe('a host that cannot be followed is an error with its place', () => {
  test.each([
    ['aliased', '  const copy = host;\n  return copy;', '3:16', 'cannot be followed'],
    ['passed', '  return options(host);', '3:18', 'cannot be followed'],
    ['put into an object', '  return { host };', '3:12', 'cannot be followed'],
    ['unpacked', '  const { connectSocket } = host;\n  return connectSocket;', '3:29', 'cannot be followed'],
    ['returned', '  return host;', '3:10', 'cannot be followed'],
    ['cast', '  return (host as any).connectSocket(params);', '3:11', 'cannot be followed'],
    ['read by a computed name', '  return host[options.name](params);', '3:10', 'computed member'],
    ['robbed of a method', '  const open = host.connectSocket;\n  return open;', '3:16', 'read off its host'],
    ['robbed by call()', '  return host.connectSocket.call(null, params);', '3:10', 'read off its host'],
    ['robbed through a function', '  return options(host.connectSocket);', '3:18', 'read off its host'],
    ['robbed by ||', '  const open = host.onAppShow || options;\n  return open;', '3:16', 'read off its host'],
    ['robbed by an optional call', '  return host.onAppShow?.(params);', '3:10', 'optional call'],
    ['changed', '  host.connectSocket = params;', '3:3', 'do not change it'],
  ])('%s', (_, body, place, words) => {
    const [problem, ...more] = problemsOf({ 'core/index.ts': core(body) });
    expect(problem).toContain(`core/index.ts:${place} - `);
    expect(problem).toContain(words);
    expect(more).toEqual([]);
  });

  test('exported again', () => {
    const [problem] = problemsOf({ 'core/index.ts': "export { host } from './platform';\n" });
    expect(problem).toContain('core/index.ts:1:10 - the host cannot be exported again');
  });

  test('reached through a namespace import', () => {
    const text =
      "import * as port from './platform';\nexport const run = (params: any) => port.host.connectSocket(params);\n";
    expect(problemsOf({ 'core/index.ts': text })[0]).toContain('core/index.ts:2:42 - the host is imported by its name');
  });
});

describe('a method may be asked for', () => {
  test.each([
    '  if (host.onAppShow) host.onAppShow(params);',
    '  host.onAppShow && host.onAppShow(params);',
    '  return !host.onAppShow;',
    "  return typeof host.connectSocket === 'function';",
    '  return host.onAppShow !== undefined;',
    '  return host.onAppShow ? host.onAppShow(params) : 2;',
    '  if (params || (options && host.onAppShow)) return 1;',
  ])('%s', (body) => {
    expect(generated({ 'core/index.ts': core(body) })).toContain(body.replaceAll('host.', 'toy.'));
  });
});

describe('a name that would capture the global', () => {
  test('is an error where the host is used', () => {
    const body = '  const toy = 1;\n  return host.connectSocket(toy);';
    expect(problemsOf({ 'core/index.ts': core(body) })[0]).toMatch(
      /^core\/index\.ts:4:10 - "toy" is the host's global on Toy, .* declared at core\/index\.ts:3: rename that one\.$/,
    );
  });

  test('is none where another scope has it', () => {
    const body =
      '  const inner = () => {\n    const toy: any = 1;\n    return toy;\n  };\n  return host.connectSocket(inner());';
    expect(generated({ 'core/index.ts': core(body) })).toContain('return toy.connectSocket(inner());');
  });
});

test('the universal program wants its options in scope, at the line of the core', () => {
  const text = "import { host } from './platform';\nexport const run = (params: any) => host.connectSocket(params);\n";
  const [problem] = problemsOf({ 'core/index.ts': text }, ['universal']);
  expect(problem).toMatch(/^core\/index\.ts:2:37 - Cannot find name 'options'/);
  expect(problem).toContain('have options in scope');
});
