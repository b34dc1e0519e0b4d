// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/**
 * Gives code and declarations the format of the core, all in one go.
 *
 * @param {string} root
 * @param {Map<string, string>} texts by file name
 * @returns {Map<string, string>}
 */
export function formatAll(root, texts) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mde-format-'));
  try {
    const { formatter, javascript } = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
    // A trailing comma after an argument is no ES5.
    Object.assign(javascript.formatter, { trailingCommas: 'es5' });
    writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ root: true, formatter, javascript }));
    for (const [file, text] of texts) writeFileSync(path.join(folder, file), text);
    const args = [biome, 'format', '--write', '--vcs-enabled=false', '.'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`biome cannot format the bundles: ${stderr}`);
    return new Map([...texts.keys()].map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
