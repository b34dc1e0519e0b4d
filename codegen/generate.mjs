// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findHostUses } from './bind/host.mjs';
import { findUnknownNames } from './bind/host-names.mjs';
import { membersOnly } from './bind/only.mjs';
import { findTraitMistakes, findUnknownTraits } from './bind/traits.mjs';
import { bundlesOf, readBundles, SHARED } from './bundles.mjs';
import { readCore } from './core.mjs';
import { share } from './crew.mjs';
import { factsFile } from './facts.mjs';
import { readPlatforms } from './manifest.mjs';
import { readParts } from './parts.mjs';
import { findNames } from './private-names.mjs';
import { CodegenError, throwIfAny } from './problems.mjs';
import { generateProgram } from './program.mjs';

/**
 * Stands for a platform in the program of what is the same for all.
 *
 * @type {import('./manifest.mjs').Platform}
 */
const NO_PLATFORM = {
  name: SHARED,
  entry: SHARED,
  isGiven: false,
  globals: [],
  traits: {},
  manifest: { title: { en: '', zh: '' }, host: 'given', sockets: 'either', bytes: 'raw' },
  file: '',
  overlays: [],
  placeOf: () => ({ file: 'core', line: 1, column: 1 }),
};

/**
 * Turns core/ and the platform folders into one checked program per platform, in memory.
 *
 * @param {string} root
 * @returns {Map<string, string>} the text of each file of build/, by its path from the root
 */
export function generate(root) {
  const sources = readSources(root);
  return merge(
    programsOf(sources.bundles).map((program) => {
      try {
        return { files: programOf(sources, program) };
      } catch (error) {
        if (error instanceof CodegenError) return { problems: error.problems };
        throw error;
      }
    }),
  );
}

/**
 * The same on all cores.
 *
 * @param {string} root
 * @returns {Promise<Map<string, string>>}
 */
export async function generateOnAllCores(root) {
  const pieces = programsOf(readBundles(root)).map((program) => ({ root, program }));
  return merge(await share(new URL('./program-worker.mjs', import.meta.url), pieces));
}

/** @param {import('./bundles.mjs').Bundle[]} bundles */
function programsOf(bundles) {
  return [...new Set(bundles.map(({ program }) => program))].sort();
}

/** @param {{ files?: Map<string, string>, problems?: import('./problems.mjs').Problem[] }[]} results */
function merge(results) {
  throwIfAny(results.flatMap(({ problems = [] }) => problems));
  return new Map(results.flatMap(({ files = new Map() }) => [...files]));
}

/**
 * The core and the platforms, with their uses of the host followed: what all programs have in common.
 *
 * @param {string} root
 */
export function readSources(root) {
  const platforms = readPlatforms(root);
  const bundles = bundlesOf(platforms, readParts(root));
  const core = readCore(root);
  const host = findHostUses(core);
  throwIfAny([
    ...host.problems,
    ...findTraitMistakes(core),
    ...platforms.slice(0, 1).flatMap(({ traits }) => findUnknownTraits(core, traits)),
    ...platforms.flatMap((platform) => findUnknownNames(core, platform)),
  ]);
  return { platforms, bundles, core, hostUses: host.uses };
}

/**
 * @param {ReturnType<typeof readSources>} sources
 * @param {string} program
 * @returns {Map<string, string>} the text of each of its files, by its path from the root
 */
export function programOf({ platforms, bundles, core, hostUses }, program) {
  const platform = platforms.find(({ name }) => name === program) ?? NO_PLATFORM;
  const own = bundles.filter((bundle) => bundle.program === program);
  const parts = own.map(({ part }) => part);
  const output = generateProgram(core, platform, hostUses, parts);
  const known = platform === NO_PLATFORM ? [] : wordsOf(core.root, platform);
  const names = Object.fromEntries(parts.map((part) => [part, findNames(core, part, known)]));
  return output.set(
    factsFile(program),
    `${JSON.stringify({ givenOnly: membersOnly(core, 'givenHost'), names }, null, 2)}\n`,
  );
}

/**
 * What a minifier must leave alone on one platform: what its host calls the methods, and every word of its adapter.
 *
 * @param {string} root
 * @param {import('./manifest.mjs').Platform} platform
 */
function wordsOf(root, { adapter, manifest }) {
  const words = adapter ? readFileSync(path.join(root, adapter), 'utf8').match(/[\w$]+/g) : [];
  return [...Object.values(manifest.names ?? {}), ...(words ?? [])];
}
