// @ts-check
import { describe, expect, test } from 'vitest';
import { generated, problemsOf } from './project.mjs';

/** @param {string} body */
const core = (body) => `import { traits } from './port';\nexport function run(a: any, b: any): any {\n${body}\n}\n`;

/** @param {string} body */
const inBoth = (body) => {
  const files = { 'core/index.ts': core(body) };
  const bodyOf = (/** @type {string | undefined} */ text) => /\{\n([\s\S]*?)\n?\}\n$/.exec(text ?? '')?.[1];
  return { off: bodyOf(generated(files)), on: bodyOf(generated(files, 'universal/index.ts')) };
};

describe('what the traits rule out is gone', () => {
  test.each([
    ['if', '  if (traits.singleSocket) a();\n  return b;', '  return b;', '  a();\n  return b;'],
    [
      'if with else',
      '  if (traits.singleSocket) {\n    a();\n    b();\n  } else {\n    b();\n  }',
      '  b();',
      '  a();\n  b();',
    ],
    [
      'else if',
      '  if (a) a();\n  else if (traits.singleSocket) b();\n  else a(b);',
      '  if (a) a();\n  else a(b);',
      '  if (a) a();\n  else b();',
    ],
    [
      'an else that is empty',
      '  if (a) a();\n  else if (traits.singleSocket) b();',
      '  if (a) a();',
      '  if (a) a();\n  else b();',
    ],
    [
      'a loop body',
      '  for (const c of a) if (traits.singleSocket) c();',
      '  for (const c of a) {}',
      '  for (const c of a) c();',
    ],
    ['?:', '  return traits.singleSocket ? a : b(a);', '  return b(a);', '  return a;'],
    ['&& in a test', '  if (traits.singleSocket && a) b();', '', '  if (a) b();'],
    ['&& behind', '  if (a && traits.singleSocket) b();', '', '  if (a) b();'],
    ['|| in a test', '  if (traits.singleSocket || a) b();', '  if (a) b();', '  b();'],
    ['!', '  if (!traits.singleSocket) a();', '  a();', ''],
    ['&& as a value', '  return traits.singleSocket && a;', '  return false;', '  return a;'],
    ['|| as a value', '  return traits.singleSocket || a;', '  return a;', '  return true;'],
    ['several', '  if (traits.singleSocket && traits.givenHost && a) b();', '', '  if (a) b();'],
    ['a value', '  return [traits.singleSocket];', '  return [false];', '  return [true];'],
    [
      'after a return',
      '  if (!traits.singleSocket) return a;\n  b();\n  return inner();\n  function inner() {}',
      '  return a;',
      '  b();\n  return inner();\n  function inner() {}',
    ],
    [
      'the comment of what goes',
      '  // Only one.\n  if (traits.singleSocket) a();\n  // Always.\n  b();',
      '  // Always.\n  b();',
      '  // Only one.\n  a();\n  // Always.\n  b();',
    ],
  ])('%s', (_, body, off, on) => {
    expect(inBoth(body)).toEqual({ off, on });
  });

  test('a test with an effect stays', () => {
    expect(inBoth('  if (a() && traits.singleSocket) b();').off).toBe('  if (a() && false) b();');
  });

  test('a block keeps its braces where its names would meet others', () => {
    const body = '  if (traits.singleSocket) {\n    const c = a;\n    b(c);\n  }\n  for (const c of b) c();';
    expect(inBoth(body).on).toContain('{\n    const c = a;');
  });

  test('what is written inside a template stays as it is', () => {
    const body = '  if (traits.singleSocket) {\n    a(`one\n      two`);\n  }';
    expect(inBoth(body).on).toBe('  a(`one\n      two`);');
  });
});

describe('a trait that is not written out is an error', () => {
  test.each([
    ['aliased', '  const copy = traits;\n  return copy;', '3:16'],
    ['computed', '  return traits[a as "singleSocket"];', '3:10'],
    ['unpacked', '  const { singleSocket } = traits;\n  return singleSocket;', '3:28'],
  ])('%s', (_, body, place) => {
    expect(problemsOf({ 'core/index.ts': core(body) })).toEqual([
      `core/index.ts:${place} - a trait is known at build time only when it is written out: use traits.<name>.`,
    ]);
  });
});

describe('what nothing uses any more', () => {
  const files = {
    'core/index.ts': [
      "import { single } from './inner/single';",
      "import { traits } from './port';",
      '',
      'export const run = (a: any): any => (traits.singleSocket ? single(a) : a);',
      '',
    ].join('\n'),
    'core/inner/single.ts': [
      "import { host } from '../port';",
      'export const single = (options: any): any => host(options).closeSocket(options);',
      '',
    ].join('\n'),
  };

  test('is left out with its file and its import, before anything is checked', () => {
    // The fixture's platform has no closeSocket, so this would not compile there.
    expect(generated(files, 'toy/index.ts')).toBe('export const run = (a: any): any => (a);\n');
    expect(generated(files, 'toy/inner/single.ts')).toBeUndefined();
    expect(generated(files, 'universal/inner/single.ts')).toContain('options.platform.closeSocket(options)');
  });
});
