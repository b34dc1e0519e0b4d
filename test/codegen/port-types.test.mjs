// @ts-check
import { describe, expect, test } from 'vitest';
import { fixture, generated, problemsOf, toyManifest } from './project.mjs';

test("the port gets the platform's own types, plain and with their comments", () => {
  expect(generated({}, 'toy/port.ts')).toBe(`/** What connectSocket takes. */
export interface ConnectParams {
  /** Address of the server. */
  url: string;
  /**
   * 需要基础库： \`2.8.0\`
   * 是否开启压缩扩展
   */
  perMessageDeflate?: boolean;
  protocols?: string[];
  header?: Record<string, string>;
  mode: undefined | "fast" | "slow";
  success?: (result: Result) => void;
}

export interface SocketTask {
  /** Sends. */
  send(options: {
    data: string | ArrayBuffer;
    fail?(error: Result): void;
  }): void;
  /** @since 1.8.0 */
  ping(): void;
}

export interface Result {
  /** What happened. */
  errMsg: string;
}
`);
});

test("the universal program keeps the port's types, without the host itself", () => {
  const text = generated({}, 'universal/port.ts');
  expect(text).toContain('[parameter: string]: any;');
  expect(text).toContain('export interface Host {');
  expect(text).not.toContain('export declare const');
});

test('a method of the standard library is written out', () => {
  const typings = fixture('platforms/toy/typings.d.ts').replace('protocols?: string[];', "cut?: string['slice'];");
  const text = generated({ 'platforms/toy/typings.d.ts': typings }, 'toy/port.ts');
  expect(text).toContain('cut?: (start?: number, end?: number) => string;');
});

test('an interface of a name that the port has gets another', () => {
  const typings = fixture('platforms/toy/typings.d.ts').replaceAll('Result', 'Host');
  const text = generated({ 'platforms/toy/typings.d.ts': typings }, 'toy/port.ts');
  expect(text).toContain('success?: (result: Host2) => void;');
  expect(text).toContain('export interface Host2 {');
});

describe('a manifest that names what is not there', () => {
  const place = /^platforms\/toy\/platform\.json:/;

  test('a type of the typings', () => {
    const manifest = { ...toyManifest(), types: { ConnectParams: 'toy.Nothing' } };
    const [problem] = problemsOf({ 'platforms/toy/platform.json': manifest });
    expect(problem).toMatch(/^platforms\/toy\/platform\.json:17:5 - .*has no exported member 'Nothing'.*overlay/);
  });

  test('a member of a type', () => {
    const manifest = { ...toyManifest(), types: { ConnectParams: "toy.ConnectOptions['nothing']" } };
    const [problem] = problemsOf({ 'platforms/toy/platform.json': manifest });
    expect(problem).toMatch(place);
    expect(problem).toContain("Property 'nothing' does not exist");
  });

  test('a type of the port', () => {
    const manifest = { ...toyManifest(), types: { Nothing: 'toy.ConnectOptions' } };
    expect(problemsOf({ 'platforms/toy/platform.json': manifest })).toEqual([
      'platforms/toy/platform.json:17:5 - the port has no type "Nothing": it has ConnectParams, SocketTask, Host, HostOptions.',
    ]);
  });

  test('the global', () => {
    const [problem] = problemsOf({ 'platforms/toy/platform.json': { ...toyManifest(), host: { global: 'tou' } } });
    expect(problem).toMatch(/^platforms\/toy\/platform\.json:7:5 - Cannot find name 'tou'/);
  });
});
