// @ts-check
/**
 * Lint, types, derived files and the package itself: everything that can be said without running the tests.
 * Wants a build before it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packForPublishing } from './release/pack.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const node = process.execPath;
const tsc = require.resolve('typescript/bin/tsc');
const folder = mkdtempSync(path.join(tmpdir(), 'mde-check-'));

let failed = 0;
try {
  run('biome', node, [
    require.resolve('@biomejs/biome/bin/biome'),
    'check',
    '--diagnostic-level=warn',
    '--error-on-warnings',
  ]);
  for (const config of ['tsconfig.json', 'tsconfig.tools.json']) run(`tsc -p ${config}`, node, [tsc, '-p', config]);
  // This also holds the program of each platform against its typings.
  run('codegen --check', node, ['codegen/cli.mjs', '--check']);
  const { tarball } = packForPublishing(folder);
  run('publint', node, [path.join(root, 'node_modules/publint/src/cli.js'), tarball, '--strict']);
  run('attw', node, [path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'), tarball]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;

/**
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 */
function run(title, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${title}`);
  if (status === 0) return;
  failed += 1;
  console.log(`${stdout}${stderr}`);
}
