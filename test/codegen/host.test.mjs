// @ts-check
import { describe, expect, test } from 'vitest';
import { factsFile } from '../../codegen/facts.mjs';
import { generate } from '../../codegen/generate.mjs';
import { fixture, generated, makeProject, problemsOf, toyManifest } from './project.mjs';

/** @param {string} body */
const core = (body) =>
  `import { host } from './port';\nexport function run(options: any, params: any): any {\n${body}\n}\n`;

describe('the host is put in by symbol', () => {
  test('as the bare global, at the call', () => {
    const text = generated({ 'core/index.ts': core('  return host(options).connectSocket(params);') });
    expect(text).toBe(
      'export function run(options: any, params: any): any {\n  return toy.connectSocket(params);\n}\n',
    );
  });

  test('under a renamed import, in a file of a subfolder', () => {
    const text = generated(
      {
        'core/index.ts': "export { open } from './deep/open';\n",
        'core/deep/open.ts':
          "import { host as machine } from '../port';\nexport const open = (options: any, params: any) => machine(options).connectSocket(params);\n",
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
    const body =
      '  const inner = (host: any) => host.anything();\n  return inner(host(options).connectSocket(params));';
    expect(generated({ 'core/index.ts': core(body) })).toContain(
      '(host: any) => host.anything();\n  return inner(toy.connectSocket',
    );
  });

  test('as the expression of the universal program', () => {
    const text = generated(
      { 'core/index.ts': core('  return host(options).connectSocket(params);') },
      'universal/index.ts',
    );
    expect(text).toContain('return options.platform.connectSocket(params);');
  });

  test('where a method is asserted to be there', () => {
    expect(generated({ 'core/index.ts': core('  return host(options).connectSocket!(params);') })).toContain(
      'toy.connectSocket!(params)',
    );
  });
});

describe('a host that cannot be followed is an error with its place', () => {
  test.each([
    ['passed on without being asked for', '  return options(host);', '3:18', 'asked for where it is used'],
    ['put into an object', '  return { host };', '3:12', 'asked for where it is used'],
    ['unpacked', '  const { connectSocket } = host(options);\n  return connectSocket;', '3:29', 'cannot be followed'],
    ['kept', '  const kept = host(options);\n  return kept.connectSocket(params);', '3:16', 'cannot be followed'],
    ['returned', '  return host(options);', '3:10', 'cannot be followed'],
    ['cast', '  return (host(options) as any).connectSocket(params);', '3:11', 'cannot be followed'],
    ['read by a computed name', '  return (host(options) as any)[params]();', '3:11', 'cannot be followed'],
    ['read by a text', "  return host(options)['connectSocket'](params);", '3:10', 'computed member'],
    ['asked for with nothing', '  return host().connectSocket(params);', '3:10', 'give it a name'],
    ['asked for with a call', '  return host(options()).connectSocket(params);', '3:10', 'give it a name'],
    ['robbed of a method', '  const open = host(options).connectSocket;\n  return open;', '3:16', 'read off its host'],
    ['robbed by call()', '  return host(options).connectSocket.call(null, params);', '3:10', 'read off its host'],
    ['robbed through a function', '  return options(host(options).connectSocket);', '3:18', 'read off its host'],
    ['robbed by ||', '  const open = host(options).onAppShow || options;\n  return open;', '3:16', 'read off its host'],
    ['robbed by an optional call', '  return host(options).onAppShow?.(params);', '3:10', 'optional call'],
    ['changed', '  host(options).connectSocket = params;', '3:3', 'do not change it'],
  ])('%s', (_, body, place, words) => {
    const [problem, ...more] = problemsOf({ 'core/index.ts': core(body) });
    expect(problem).toContain(`core/index.ts:${place} - `);
    expect(problem).toContain(words);
    expect(more).toEqual([]);
  });

  test('exported again', () => {
    const [problem] = problemsOf({ 'core/index.ts': "export { host } from './port';\n" });
    expect(problem).toContain('core/index.ts:1:10 - the host cannot be exported again');
  });

  test('reached through a namespace import', () => {
    const text =
      "import * as port from './port';\nexport const run = (params: any) => port.host(options).connectSocket(params);\n";
    expect(problemsOf({ 'core/index.ts': text })[0]).toContain('core/index.ts:2:42 - the host is imported by its name');
  });
});

describe('a method may be asked for', () => {
  test.each([
    '  if (host(options).onAppShow) host(options).onAppShow(params);',
    '  host(options).onAppShow && host(options).onAppShow(params);',
    '  return !host(options).onAppShow;',
    "  return typeof host(options).connectSocket === 'function';",
    '  return host(options).onAppShow !== undefined;',
    '  return host(options).onAppShow ? host(options).onAppShow(params) : 2;',
    '  if (params || (options && host(options).onAppShow)) return 1;',
  ])('%s', (body) => {
    expect(generated({ 'core/index.ts': core(body) })).toContain(body.replaceAll('host(options).', 'toy.'));
  });
});

describe('a name that would capture the global', () => {
  test('is an error where the host is used', () => {
    const body = '  const toy = 1;\n  return host(options).connectSocket(toy);';
    expect(problemsOf({ 'core/index.ts': core(body) })[0]).toMatch(
      /^core\/index\.ts:4:10 - "toy" is the host's global on Toy, .* declared at core\/index\.ts:3: rename that one\.$/,
    );
  });

  test('is none where another scope has it', () => {
    const body =
      '  const inner = () => {\n    const toy: any = 1;\n    return toy;\n  };\n  return host(options).connectSocket(inner());';
    expect(generated({ 'core/index.ts': core(body) })).toContain('return toy.connectSocket(inner());');
  });
});

test.each([
  ['a name', 'host(options)', 'options.platform'],
  ['a member', 'host(params.task.options)', 'params.task.options.platform'],
  ['an assertion', 'host(options!)', 'options!.platform'],
])('what is handed over is found where the options are: %s', (_, asked, found) => {
  const files = { 'core/index.ts': core(`  return ${asked}.connectSocket(params);`) };
  expect(generated(files, 'universal/index.ts')).toContain(`  return ${found}.connectSocket(params);`);
  expect(generated(files)).toContain('  return toy.connectSocket(params);');
});

describe('a method that the host calls otherwise', () => {
  const platform = 'platforms/toy/platform.json';
  const typings = `${fixture('platforms/toy/typings.d.ts').replaceAll('onAppShow', 'onShow')}`;

  test('is called by its own name, and by no other platform', () => {
    const files = {
      'core/index.ts': core('  if (host(options).onAppShow) host(options).onAppShow(params);'),
      [platform]: { ...toyManifest(), names: { onAppShow: 'onShow' } },
      'platforms/toy/typings.d.ts': typings,
    };
    expect(generated(files)).toContain('  if (toy.onShow) toy.onShow(params);');
    expect(generated(files, 'universal/index.ts')).toContain(
      'if (options.platform.onAppShow) options.platform.onAppShow',
    );
  });

  test('keeps its name when the program is minified', () => {
    const index = 'interface Kept { onShow: string }\nexport const run = (kept: Kept): any => kept.onShow;\n';
    const names = (/** @type {object} */ manifest) =>
      JSON.parse(
        /** @type {string} */ (
          generate(makeProject({ 'core/index.ts': index, [platform]: manifest }, ['toy'])).get(factsFile('toy'))
        ),
      ).names.index.private;
    expect(names(toyManifest())).toEqual(['onShow']);
    expect(names({ ...toyManifest(), names: { onAppShow: 'onShow' } })).toEqual([]);
  });
});

describe('a method that the host lacks', () => {
  /** @param {string} body */
  const lacking = (body) => ({
    'core/index.ts': core(body),
    'platforms/toy/platform.json': { ...toyManifest(), lacks: ['closeSocket'] },
  });

  test.each([
    ['if', '  if (host(options).closeSocket) host(options).closeSocket(params);', ''],
    ['if with else', '  if (host(options).closeSocket) params();\n  else options();', '  options();'],
    ['!', '  if (!host(options).closeSocket) params();', '  params();'],
    ['&&', '  host(options).closeSocket && host(options).closeSocket(params);\n  return 1;', '  return 1;'],
    ['&& behind', '  if (params && host(options).closeSocket) options();', ''],
    ['?:', '  return host(options).closeSocket ? params : options;', '  return options;'],
    ['typeof', "  if (typeof host(options).closeSocket === 'function') params();", ''],
    ['typeof with !==', "  if (typeof host(options).closeSocket !== 'function') params();", '  params();'],
    ["typeof 'undefined'", "  if (typeof host(options).closeSocket === 'undefined') params();", '  params();'],
    ['=== undefined', '  if (host(options).closeSocket === undefined) params();', '  params();'],
    ['!== undefined', '  if (host(options).closeSocket !== undefined) params();', ''],
    ['a value', '  return [!host(options).closeSocket];', '  return [true];'],
  ])('is asked for at build time: %s', (_, body, left) => {
    const output = generate(makeProject(lacking(body)));
    expect(/\{\n([\s\S]*?)\n?\}\n$/.exec(output.get('build/toy/index.ts') ?? '')?.[1]).toBe(left);
    expect(output.get('build/universal/index.ts')).toContain('options.platform.closeSocket');
  });

  test('is an error where it is used without being asked for', () => {
    expect(problemsOf(lacking('  host(options).closeSocket!(params);'))).toEqual([
      'core/index.ts:3:3 - Toy lacks "closeSocket" (platforms/toy/platform.json): ask for it before.',
    ]);
  });
});
