// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExampleError, npm } from './npm.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The library as its users get it: a tarball, and the same unpacked.
 *
 * @typedef {{ tarball: string, folder: string }} Library
 *
 * @param {string} work a folder of one's own
 * @param {string} [given] a tarball to take in place of one packed here
 * @returns {Promise<Library>}
 */
export async function packLibrary(work, given) {
  const place = path.join(work, '.library');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  if (!given) {
    await npm(['pack', '--silent', '--pack-destination', place], { cwd: root, what: 'packing the library' });
  }
  const tarball = given ? path.resolve(given) : path.join(place, readdirSync(place)[0]);
  try {
    execFileSync('tar', ['-xzf', tarball, '-C', place], { stdio: 'pipe' });
  } catch (error) {
    throw new ExampleError(`${tarball} cannot be unpacked: ${/** @type {Error} */ (error).message}`);
  }
  return { tarball, folder: path.join(place, 'package') };
}
