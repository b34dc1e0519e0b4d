// @ts-check
/** What a message costs over the least possible host, in processes of their own and in turns. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { interleave } from '../../bench/rounds.mjs';
import { summarizeFields } from '../../bench/stats.mjs';
import { bundleClass } from './size.mjs';

const WORKER = fileURLToPath(new URL('cost-worker.mjs', import.meta.url));
const ROUNDS = 7;

/** @param {import('./subjects.mjs').Subject[]} subjects @returns {Promise<Record<string, Record<string, import('../../bench/stats.mjs').Summary>>>} */
export async function costsOf(subjects) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mde-clients-cost-'));
  try {
    const files = new Map();
    for (const subject of subjects) {
      const file = path.join(folder, `${files.size}.cjs`);
      writeFileSync(file, await bundleClass(subject, false));
      files.set(subject, file);
    }
    const rows = await interleave(subjects, ROUNDS, async (subject) => {
      const { stdout } = await promisify(execFile)(process.execPath, [WORKER, files.get(subject)]);
      return /** @type {Record<string, number>} */ (JSON.parse(stdout));
    });
    return Object.fromEntries(rows.map(({ subject, measured }) => [subject.name, summarizeFields(measured)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
