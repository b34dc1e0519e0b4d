// @ts-check
/** A program is read by people: what it does not use is left out of it, or is an error. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { generate } from '../../codegen/generate.mjs';
import { makeProject, problemsOf, repository } from './project.mjs';

const strict = readFileSync(path.join(repository, 'tsconfig.json'), 'utf8');
const PORT = "import { host, traits } from './port';\n";

/**
 * The text of an index in the program for one platform, and in the one where the host is handed over.
 *
 * @param {string} text
 */
function programs(text) {
  const output = generate(makeProject({ 'tsconfig.json': strict, 'core/index.ts': PORT + text }));
  const [toy, universal] = ['toy', 'universal'].map((name) => output.get(`build/${name}/index.ts`));
  return { toy, universal };
}

describe('what only says where the host is goes where the host is a global', () => {
  test('a parameter, with the arguments that it was given', () => {
    const { toy, universal } = programs(`
function open(params: any, options: any): any {
  return host(options).connectSocket(params);
}

export const run = (task: any): any => open(task.params, task.options);
`);
    expect(toy).toBe(`function open(params: any): any {
  return toy.connectSocket(params);
}

export const run = (task: any): any => open(task.params);
`);
    expect(universal).toContain('open(task.params, task.options)');
  });

  test('a parameter of those who pass it on', () => {
    const { toy } = programs(`
const inner = (options: any): any => host(options).connectSocket({ url: '', mode: 'fast' });
const outer = (given: any, options: any): any => [given, inner(options)];
export const run = (given: any): any => outer(given, given.options);
`);
    expect(toy).toContain('inner = (): any =>');
    expect(toy).toContain('outer = (given: any): any => [given, inner()]');
    expect(toy).toContain('outer(given)');
  });

  test('a local name, alone or unpacked with others', () => {
    const { toy } = programs(`
export function run(task: any): any {
  const { options, params } = task;
  const { options: same } = task;
  return [params, host(options).connectSocket(params), host(same).connectSocket(params)];
}
`);
    expect(toy).toContain('  const { params } = task;\n  return [params,');
  });

  test('a function inside a function', () => {
    const { toy, universal } = programs(`
export function run(a: any): any {
  if (traits.singleSocket) inner();
  return a;

  function inner(): void {
    a();
  }
}
`);
    expect(toy).not.toContain('inner');
    expect(universal).toContain('function inner()');
  });
});

describe('what has an effect, or is seen from outside, stays', () => {
  test('an argument that is a call', () => {
    const [problem] = problemsOf({
      'tsconfig.json': strict,
      'core/index.ts': `${PORT}
const open = (options: any): any => host(options).connectSocket({ url: '', mode: 'fast' });
export const run = (give: any): any => open(give());
`,
    });
    expect(problem).toMatch(/^core\/index\.ts:3:15 - 'options' is declared but its value is never read/);
  });

  test('a parameter of what an entry exports', () => {
    const { toy } = programs(`
export function run(params: any): any {
  return host(params).connectSocket(params);
}
`);
    expect(toy).toContain('run(params: any)');
  });
});

test('a parameter before others that are used is an error, with the cure', () => {
  expect(
    problemsOf({
      'tsconfig.json': strict,
      'core/index.ts': `${PORT}
const open = (options: any, params: any): any => host(options).connectSocket(params);
export const run = (params: any): any => open(params, params);
`,
    }),
  ).toEqual([
    "core/index.ts:3:15 - 'options' is declared but its value is never read. (in the program for toy, TS6133) Put it behind the trait of what uses it; a parameter that only some programs use stands last, and is left out in the others.",
  ]);
});

test('an unused name that no trait explains is an error too', () => {
  const [problem] = problemsOf({
    'tsconfig.json': strict,
    'core/index.ts': `${PORT}\nexport function run(a: any): any {\n  const b = a();\n  return a;\n}\n`,
  });
  expect(problem).toContain("core/index.ts:4:9 - 'b' is declared but its value is never read");
});
