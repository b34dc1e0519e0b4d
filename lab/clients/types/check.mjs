// @ts-check
/** Holds the declared type of the class against what the clients' options ask for, with and without lib.dom. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lab } from '../program/library.mjs';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const CHECKS = {
  'the options take the class, with lib.dom': { lib: ['es2022', 'dom'], files: ['options.ts', 'options-of-node.ts'] },
  'the options take the class, without lib.dom': { lib: ['es2022'], files: ['options.ts', 'options-of-node.ts'] },
  'the options refuse what is no WebSocket': { lib: ['es2022', 'dom'], files: ['refused.ts'] },
};

export function checkTypes() {
  /** @type {Record<string, { ok: boolean, note?: string }>} */
  const checks = {};
  for (const [name, { lib, files }] of Object.entries(CHECKS)) {
    const note = files.map((file) => compile(lib, file)).join('');
    checks[name] = { ok: !note, note: note || undefined };
  }
  const note = tsc(path.join(lab, 'tsconfig.json'));
  checks['this folder'] = { ok: !note, note: note || undefined };
  return checks;
}

/** Each file by itself: the declarations of one client may bring globals along. @param {string[]} lib @param {string} file */
function compile(lib, file) {
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
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [path.join(lab, 'types', file)] }));
  try {
    return tsc(config);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} config @returns {string} the compiler's errors */
function tsc(config) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', config], {
    encoding: 'utf8',
    cwd: lab,
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
