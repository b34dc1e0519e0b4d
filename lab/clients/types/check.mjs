// @ts-check
/** Holds the declared type of the class against what the clients' options ask for, with and without lib.dom. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lab, project } from '../program/library.mjs';

const DECLARATIONS = 'dist/wechat-websocket.d.ts';
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const CHECKS = {
  'the options take the class, with lib.dom': { lib: ['es2022', 'dom'], files: ['options.ts', 'options-of-node.ts'] },
  'the options take the class, without lib.dom': { lib: ['es2022'], files: ['options.ts', 'options-of-node.ts'] },
  'the options refuse what is no WebSocket': { lib: ['es2022', 'dom'], files: ['refused.ts'] },
};

/** @param {string} [checkout] where the declarations are, if not here */
export function checkTypes(checkout = project) {
  const declarations = path.resolve(checkout, DECLARATIONS);
  /** @type {Record<string, { ok: boolean, note?: string }>} */
  const checks = {};
  for (const [name, { lib, files }] of Object.entries(CHECKS)) {
    const note = existsSync(declarations) ? compile(lib, files, declarations) : `${declarations} is missing`;
    checks[name] = { ok: !note, note: note || undefined };
  }
  return checks;
}

/** Each file by itself. @param {string[]} lib @param {string[]} files @param {string} declarations */
function compile(lib, files, declarations) {
  return files.map((file) => compileFile(lib, file, declarations)).join('');
}

/** @param {string[]} lib @param {string} file @param {string} declarations @returns {string} the compiler's errors */
function compileFile(lib, file, declarations) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mde-clients-types-'));
  const config = path.join(folder, 'tsconfig.json');
  const compilerOptions = {
    lib,
    target: 'es2022',
    module: 'preserve',
    moduleResolution: 'bundler',
    customConditions: ['browser'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    paths: { 'mde-websocket/wechat/websocket': [declarations] },
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [path.join(lab, 'types', file)] }));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8', cwd: lab });
    return status === 0 ? '' : `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
