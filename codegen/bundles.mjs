// @ts-check
import { readPlatforms } from './manifest.mjs';
import { readParts } from './parts.mjs';
import { CodegenError } from './problems.mjs';

/** The program of the parts that are the same for all platforms. */
export const SHARED = 'shared';

/**
 * A bundle of dist/: a part of the core, for a platform or for all.
 *
 * @typedef {object} Bundle
 * @property {string} name of its files
 * @property {string} subpath by which it is imported, empty for the package itself
 * @property {string} part
 * @property {string} program its folder in build/
 * @property {import('./manifest.mjs').Platform} [platform] none for a part that is shared
 */

/**
 * Every bundle that the core and the platform folders make: the package itself first, then by name.
 *
 * @param {string} root
 * @returns {Bundle[]}
 */
export function readBundles(root) {
  return bundlesOf(readPlatforms(root), readParts(root));
}

/**
 * @param {import('./manifest.mjs').Platform[]} platforms
 * @param {import('./parts.mjs').Part[]} parts
 * @returns {Bundle[]}
 */
export function bundlesOf(platforms, parts) {
  const shared = parts.filter(({ isShared }) => isShared);
  const bound = parts.filter(({ isShared }) => !isShared);
  const bundles = [
    ...platforms.flatMap((platform) => bound.map(({ name }) => bundleOf(platform, name))),
    ...shared.map(({ name }) => ({ name, subpath: name, part: name, program: SHARED })),
  ];
  refuseTwins(bundles, platforms);
  return bundles.sort((a, b) => Number(b.name === 'index') - Number(a.name === 'index') || (a.name < b.name ? -1 : 1));
}

/**
 * @param {import('./manifest.mjs').Platform} platform
 * @param {string} part
 * @returns {Bundle}
 */
function bundleOf(platform, part) {
  const { name: program, entry } = platform;
  if (part === 'index') return { name: entry, subpath: entry === 'index' ? '' : entry, part, program, platform };
  if (entry === 'index') return { name: part, subpath: part, part, program, platform };
  return { name: `${entry}-${part}`, subpath: `${entry}/${part}`, part, program, platform };
}

/**
 * @param {Bundle[]} bundles
 * @param {import('./manifest.mjs').Platform[]} platforms
 */
function refuseTwins(bundles, platforms) {
  const taken = platforms.find(({ name }) => name === SHARED);
  if (taken) {
    const message = `build/${SHARED} is where the parts for all platforms go: give this folder another name.`;
    throw new CodegenError([{ place: taken.placeOf([]), message }]);
  }
  for (const { name, platform } of bundles) {
    if (bundles.filter((other) => other.name === name).length < 2 || !platform || platform.entry === 'index') continue;
    const message = `dist/${name}.js is what core/${name}.ts becomes: give this platform another "entry".`;
    throw new CodegenError([{ place: platform.placeOf(['entry']), message }]);
  }
}
