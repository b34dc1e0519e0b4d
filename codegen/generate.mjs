// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAdapter } from './bind/adapter.mjs';
import { findHostUses } from './bind/host.mjs';
import { findUnknownNames, hostFacts } from './bind/host-names.mjs';
import { applyOnly } from './bind/only.mjs';
import { presenceIn } from './bind/presence.mjs';
import { prune } from './bind/prune.mjs';
import { putHost } from './bind/put-host.mjs';
import { shake } from './bind/shake.mjs';
import { evaluator, findTraitMistakes, findUnknownTraits } from './bind/traits.mjs';
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
  const names = platforms.map((platform) => [platform.entry, findPrivateNames(core, wordsOf(root, platform))]);
  output.set(PRIVATE_NAMES, `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`);
  return output;
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

/**
 * @param {import('./core.mjs').Core} core
 * @param {import('./manifest.mjs').Platform} platform
 * @param {import('./bind/host.mjs').HostUse[]} hostUses
 * @returns {Map<string, string>}
 */
function generateProgram(core, platform, hostUses) {
  throwIfAny([...findUnknownTraits(core, platform.traits), ...findUnknownNames(core, platform)]);
  const adapter = readAdapter(core, platform);
  const drafts = new Map(core.files.map((file) => [file, new Draft(file)]));
  const evaluate = evaluator(core, platform.traits, presenceIn(hostUses, hostFacts(platform, adapter?.methods)));
  for (const draft of drafts.values()) prune(draft, evaluate);
  throwIfAny([...drafts.values()].flatMap((draft) => applyOnly(core, platform, draft)));
  shake(core, drafts, adapter?.types);
  throwIfAny(putHost(core, platform, drafts, hostUses));
  const project = platformProject(core.root, platform);
  if (adapter) {
    project.createSourceFile(path.join(core.root, adapter.generated.file), adapter.generated.text, { overwrite: true });
  }
  replacePortTypes(core, platform, /** @type {Draft} */ (drafts.get(core.port)), project);

  const generated = [...drafts.values()]
    .filter((draft) => !draft.isEmpty())
    .map((draft) => finish(core, platform, draft));
  if (adapter) generated.push(adapter.generated);
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
