// @ts-check
/** A host without a host object: a module of its platform's folder has the methods of the port. */
import { describe, expect, test } from 'vitest';
import { factsFile } from '../../codegen/facts.mjs';
import { generate } from '../../codegen/generate.mjs';
import { fixture, generated, makeProject, problemsOf } from './project.mjs';

const adapter = `import type { Listener } from '../../core/port';

export interface Params {
  /** Where to. */
  url: string;
}

export function connectSocket(params: Params): { send(message: any): void } {
  return plug(params.url);
}

const heard: Listener[] = [];

export function onAppShow(listener: Listener): void {
  heard.push(listener);
}
`;
const manifest = {
  title: { en: 'Plug', zh: '插头' },
  host: { adapter: './host.ts', globals: ['plug'] },
  types: { ConnectParams: "import('./host').Params" },
  sockets: 'tasks',
  bytes: 'raw',
};
const index = `import { type ConnectParams, host } from './port';
export function run(options: any, params: ConnectParams): any {
  if (host(options).onAppShow) host(options).onAppShow!(options);
  if (host(options).closeSocket) host(options).closeSocket!(params);
  return host(options).connectSocket(params);
}
`;
const FILES = {
  'core/index.ts': index,
  'core/port.ts': `${fixture('core/port.ts')}\nexport type Listener = (event: any) => void;\n`,
  'platforms/plug/platform.json': manifest,
  'platforms/plug/host.ts': adapter,
  'platforms/plug/plug.d.ts': 'declare function plug(url: string): { send(message: any): void };\n',
};

/** @param {Record<string, string | object>} files */
const mistakes = (files) => problemsOf({ ...FILES, ...files }, []);

test('its module stands for the host, and what it does not export is not asked for', () => {
  expect(generated(FILES, 'plug/index.ts')).toBe(`import * as host from './host';
import { type ConnectParams } from './port';
export function run(options: any, params: ConnectParams): any {
  host.onAppShow!(options);
  return host.connectSocket(params);
}
`);
  expect(generated(FILES, 'plug/host.ts')).toBe(adapter.replace('../../core/port', './port'));
  expect(generated(FILES, 'plug/port.ts')).toContain('export type Listener');
  expect(generated(FILES, 'plug/port.ts')).toContain('/** Where to. */');
});

test('it is found from every folder of the core, under the name that stands there', () => {
  const files = {
    ...FILES,
    'core/index.ts': "export { open } from './deep/open';\n",
    'core/deep/open.ts':
      "import { host as machine } from '../port';\nexport const open = (options: any) => machine(options).connectSocket({ url: '' });\n",
  };
  expect(generated(files, 'plug/deep/open.ts')).toBe(
    "import * as machine from '../host';\nexport const open = (options: any) => machine.connectSocket({ url: '' });\n",
  );
});

test('none of its words is shortened', () => {
  const read =
    'interface Kept { plug: string; owner: string }\nexport const read = (kept: Kept) => kept.plug + kept.owner;\n';
  const output = generate(makeProject({ ...FILES, 'core/index.ts': read }, ['toy']));
  const names = (/** @type {string} */ program) => JSON.parse(output.get(factsFile(program)) ?? '').names.index.private;
  expect(names('toy')).toEqual(['owner', 'plug']);
  expect(names('plug')).toEqual(['owner']);
});

describe('a mistake in it is told at its place', () => {
  test('a method of the port that must be there', () => {
    expect(mistakes({ 'platforms/plug/host.ts': 'export function onAppShow(): void {}\n' })).toEqual([
      'platforms/plug/host.ts:1:1 - the adapter lacks a method of the port: add "export function connectSocket(…)".',
    ]);
  });

  test('what is no method of the port', () => {
    const [problem] = mistakes({ 'platforms/plug/host.ts': `${adapter}export const onShow = onAppShow;\n` });
    expect(problem).toContain('platforms/plug/host.ts:17:14 - "onShow" is no method of the port');
  });

  test('an import of more than the types of the port', () => {
    const [problem] = mistakes({ 'platforms/plug/host.ts': `import { a } from '../../core/index';\n${adapter}` });
    expect(problem).toContain(
      "platforms/plug/host.ts:1:1 - an adapter is one file: it may import types from '../../core/port'",
    );
  });

  test('a type that is wrong', () => {
    expect(mistakes({ 'platforms/plug/host.ts': adapter.replace('params.url', 'params.uri') })[0]).toContain(
      "platforms/plug/host.ts:9:22 - Property 'uri' does not exist on type 'Params'",
    );
  });

  test('a signature that the core cannot use, at the line of the core', () => {
    const [problem] = mistakes({
      'platforms/plug/host.ts': adapter.replace('params: Params', 'params: number'),
      'platforms/plug/platform.json': { ...manifest, types: {} },
    });
    expect(problem).toMatch(/^(core\/index\.ts:5|platforms\/plug\/host\.ts:9):\d+ - /);
  });

  test('a name that the core has too', () => {
    const files = {
      'platforms/plug/index.ts': adapter,
      'platforms/plug/platform.json': { ...manifest, host: { adapter: './index.ts', globals: [] }, types: {} },
    };
    expect(mistakes(files)[0]).toContain('platforms/plug/index.ts:1:1 - the core has a file of this name too');
  });
});
