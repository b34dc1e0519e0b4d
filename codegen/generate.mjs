// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findHostUses } from './bind/host.mjs';
import { findUnknownNames } from './bind/host-names.mjs';
import { membersOnly } from './bind/only.mjs';
import { findTraitMistakes, findUnknownTraits } from './bind/traits.mjs';
import { bundlesOf, SHARED } from './bundles.mjs';
import { readCore } from './core.mjs';
import { FACTS } from './facts.mjs';
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
  const platforms = readPlatforms(root);
  const parts = readParts(root);
  const bundles = bundlesOf(platforms, parts);
  const core = readCore(root);
  const host = findHostUses(core);
  throwIfAny([
    ...host.problems,
    ...findTraitMistakes(core),
    ...platforms.slice(0, 1).flatMap(({ traits }) => findUnknownTraits(core, traits)),
    ...platforms.flatMap((platform) => findUnknownNames(core, platform)),
  ]);
  /** @type {Map<string, string>} */
  const output = new Map();
  /** @type {import('./problems.mjs').Problem[]} */
  const problems = [];
  for (const platform of [...platforms, NO_PLATFORM]) {
    const own = parts.filter(({ isShared }) => isShared === (platform === NO_PLATFORM)).map(({ name }) => name);
    if (own.length === 0) continue;
    try {
      for (const [file, text] of generateProgram(core, platform, host.uses, own)) output.set(file, text);
    } catch (error) {
      if (!(error instanceof CodegenError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwIfAny(problems);
  output.set(
    FACTS,
    `${JSON.stringify({ givenOnly: membersOnly(core, 'givenHost'), names: names(core, bundles) }, null, 2)}\n`,
  );
  return output;
}

/**
 * @param {import('./core.mjs').Core} core
 * @param {import('./bundles.mjs').Bundle[]} bundles
 * @returns {Record<string, import('./private-names.mjs').Names>} by bundle
 */
function names(core, bundles) {
  const found = bundles.map(({ name, part, platform }) => [
    name,
    findNames(core, part, platform ? wordsOf(core.root, platform) : []),
  ]);
  return Object.fromEntries(found);
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
