// @ts-check
import path from 'node:path';
import { bindHost, findHostUses } from './bind/host.mjs';
import { applyOnly } from './bind/only.mjs';
import { prune } from './bind/prune.mjs';
import { shake } from './bind/shake.mjs';
import { findTraitMistakes, traitEvaluator } from './bind/traits.mjs';
import { readCore } from './core.mjs';
import { programConfig } from './derived/tsconfig.mjs';
import { Draft } from './draft.mjs';
import { readPlatforms } from './manifest.mjs';
import { findPrivateNames, PRIVATE_NAMES } from './private-names.mjs';
import { CodegenError, throwIfAny } from './problems.mjs';
import { checkProgram } from './types/check.mjs';
import { replacePortTypes } from './types/port-types.mjs';
import { platformProject } from './types/project.mjs';

/**
 * Turns core/ and the platform folders into one checked program per platform, in memory.
 *
 * @param {string} root
 * @returns {Map<string, string>} the text of each file of build/, by its path from the root
 */
export function generate(root) {
  const platforms = readPlatforms(root);
  const core = readCore(root);
  const host = findHostUses(core);
  throwIfAny([...host.problems, ...findTraitMistakes(core)]);
  /** @type {Map<string, string>} */
  const output = new Map();
  /** @type {import('./problems.mjs').Problem[]} */
  const problems = [];
  for (const platform of platforms) {
    try {
      for (const [file, text] of generateProgram(core, platform, host.uses)) output.set(file, text);
    } catch (error) {
      if (!(error instanceof CodegenError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwIfAny(problems);
  output.set(PRIVATE_NAMES, `${JSON.stringify(findPrivateNames(core), null, 2)}\n`);
  return output;
}

/**
 * @param {import('./core.mjs').Core} core
 * @param {import('./manifest.mjs').Platform} platform
 * @param {import('./bind/host.mjs').HostUse[]} hostUses
 * @returns {Map<string, string>}
 */
function generateProgram(core, platform, hostUses) {
  throwIfAny(findWrongTraits(core, platform));
  const drafts = new Map(core.files.map((file) => [file, new Draft(file)]));
  const evaluate = traitEvaluator(core, platform);
  for (const draft of drafts.values()) prune(draft, evaluate);
  throwIfAny([...drafts.values()].flatMap((draft) => applyOnly(core, platform, draft)));
  shake(core, drafts);
  throwIfAny(bindHost(core, platform, drafts, hostUses));
  const project = platformProject(core.root, platform);
  replacePortTypes(core, platform, /** @type {Draft} */ (drafts.get(core.port)), project);

  const generated = [...drafts.values()]
    .filter((draft) => !draft.isEmpty())
    .map((draft) => finish(core, platform, draft));
  throwIfAny(checkProgram(core, platform, project, generated));
  const output = new Map(generated.map(({ file, text }) => [file, text]));
  for (const { file, map } of generated) output.set(`${file}.map`, `${JSON.stringify(map)}\n`);
  output.set(`build/${platform.name}/tsconfig.json`, programConfig(platform));
  return output;
}

/**
 * @param {import('./core.mjs').Core} core
 * @param {import('./manifest.mjs').Platform} platform
 * @param {Draft} draft
 * @returns {import('./types/check.mjs').Generated}
 */
function finish(core, platform, draft) {
  const source = path.relative(core.root, draft.file.fileName);
  const file = `build/${platform.name}/${path.relative('core', source)}`;
  draft.text.trimLines().append('\n');
  const map = draft.text.generateMap({
    source: path.relative(path.dirname(file), source),
    file: path.basename(file),
    hires: 'boundary',
  });
  return { file, source, text: draft.text.toString(), map };
}

/**
 * A manifest says of each trait of the port whether it holds, and of nothing else.
 *
 * @param {import('./core.mjs').Core} core
 * @param {import('./manifest.mjs').Platform} platform
 */
function findWrongTraits(core, platform) {
  const given = Object.keys(platform.manifest.traits);
  const unknown = given.filter((trait) => !core.traitNames.includes(trait));
  const missing = core.traitNames.filter((trait) => !given.includes(trait));
  return [
    ...unknown.map((trait) => ({
      place: platform.placeOf(['traits', trait]),
      message: `unknown trait "${trait}": core/platform.ts declares ${core.traitNames.join(', ')}.`,
    })),
    ...missing.map((trait) => ({
      place: platform.placeOf(['traits']),
      message: `the trait "${trait}" of core/platform.ts is missing: add "${trait}": true or false.`,
    })),
  ];
}
