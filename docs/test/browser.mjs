// @ts-check
/** Debian's Chromium, and a font that has Chinese, for the checks that read the site as a person would. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function setup() {
  if (existsSync(CHROMIUM)) return;
  const isRoot = process.getuid?.() === 0;
  const apt = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;
  if (isRoot && apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei'))
    return;
  throw new Error(
    `No Chromium at ${CHROMIUM}. On Debian, as root: apt-get install chromium fonts-wqy-microhei; else set CHROMIUM to its path`,
  );
}
