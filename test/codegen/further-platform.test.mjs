// @ts-check
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, repository } from './project.mjs';

const manifest = {
  title: { en: 'Douyin', zh: '抖音' },
  host: { global: 'tt' },
  typings: './typings.d.ts',
  floor: { version: '1.0.0', why: 'An example.' },
  sockets: 'tasks',
  bytes: 'raw',
  types: { ConnectParams: 'tt.ConnectOptions', SocketTask: 'tt.SocketTask' },
};
const typings = `declare namespace tt {
  interface ConnectOptions {
    url: string;
    header?: Record<string, string>;
    protocols?: string[];
    success?: (result: any) => void;
    fail?: (error: any) => void;
    complete?: (result: any) => void;
  }
  interface SocketTask {
    send(options: { data: string | ArrayBuffer; success?: any; fail?: any; complete?: any }): void;
    close(options: { code?: number; reason?: string; success?: any; fail?: any; complete?: any }): void;
    onOpen(listener: (event: any) => void): void;
    onMessage(listener: (event: any) => void): void;
    onError(listener: (event: any) => void): void;
    onClose(listener: (event: any) => void): void;
  }
  function connectSocket(options: ConnectOptions): SocketTask;
  function onAppShow(listener: (event: any) => void): void;
  function offAppShow(listener: (event: any) => void): void;
  function onAppHide(listener: (event: any) => void): void;
  function offAppHide(listener: (event: any) => void): void;
  function onNetworkStatusChange(listener: (event: any) => void): void;
  function offNetworkStatusChange(listener: (event: any) => void): void;
}
`;

/** A copy of the repository with nothing of the platforms but the universal entry. */
function copyWithoutPlatforms() {
  const root = makeProject();
  for (const folder of ['core', 'platforms']) rmSync(path.join(root, folder), { recursive: true });
  for (const part of ['core', 'codegen', 'platforms/universal', 'package.json', 'README.md', '.gitignore']) {
    cpSync(path.join(repository, part), path.join(root, part), { recursive: true });
  }
  return root;
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function run(root, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

test('a further platform is one small folder and no change elsewhere', () => {
  const root = copyWithoutPlatforms();
  mkdirSync(path.join(root, 'platforms/douyin'));
  writeFileSync(path.join(root, 'platforms/douyin/platform.json'), JSON.stringify(manifest));
  writeFileSync(path.join(root, 'platforms/douyin/typings.d.ts'), typings);

  expect(run(root, 'codegen/cli.mjs')).toMatchObject({ status: 0, text: expect.stringContaining('written') });
  expect(run(root, 'codegen/bundle/cli.mjs')).toMatchObject({ status: 0 });
  // Budgets are another matter: what is looked for here is that every proof holds.
  expect(run(root, 'codegen/verify.mjs').text).not.toMatch(/douyin\S*:\d+:\d+ - /);

  const files = ['.js', '.mjs', '.min.js', '.d.ts', '.d.mts'].map((extension) => `douyin${extension}`);
  expect(readdirSync(path.join(root, 'dist'))).toEqual(expect.arrayContaining(files));
  const code = readFileSync(path.join(root, 'dist/douyin.js'), 'utf8');
  expect(code).toContain('tt.connectSocket(');
  expect(code).toContain('for Douyin mini programs');
  const MdeWebsocket = createRequire(import.meta.url)(path.join(root, 'dist/douyin.js'));
  expect(MdeWebsocket.MdeWebsocket).toBe(MdeWebsocket);
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain('| Douyin | `mde-websocket/douyin` |');
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(exports['./douyin'].require.default).toBe('./dist/douyin.js');
});
