// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Which of these texts the disk does not have, and which files of `folder` nothing makes any more.
 *
 * @param {string} root
 * @param {Map<string, string>} output texts by path from the root
 * @param {string} [folder] one that holds nothing but output
 * @returns {string[]} paths from the root
 */
export function findStale(root, output, folder) {
  const differing = [...output]
    .filter(([file, text]) => readText(path.join(root, file)) !== text)
    .map(([file]) => file);
  const left = (folder ? listFiles(root, folder) : []).filter((file) => !output.has(file));
  return [...differing, ...left].sort();
}

/**
 * Replaces a folder of output as a whole, so that no reader ever sees half of it.
 *
 * @param {string} root
 * @param {Map<string, string>} output texts by path from the root, all inside the folder
 * @param {string} folder
 */
export function replaceFolder(root, output, folder) {
  const target = path.join(root, folder);
  const fresh = `${target}.new-${process.pid}`;
  const old = `${target}.old-${process.pid}`;
  try {
    for (const [file, text] of output) {
      const copy = path.join(fresh, path.relative(folder, file));
      mkdirSync(path.dirname(copy), { recursive: true });
      writeFileSync(copy, text);
    }
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
  } finally {
    if (!existsSync(target) && existsSync(old)) renameSync(old, target);
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/**
 * Replaces one file, whole.
 *
 * @param {string} file
 * @param {string} text
 */
export function replaceFile(file, text) {
  const fresh = `${file}.new-${process.pid}`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}

/** @param {string} file */
export function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * @param {string} root
 * @param {string} folder
 */
function listFiles(root, folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
