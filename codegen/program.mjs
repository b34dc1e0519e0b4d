// @ts-check
import path from 'node:path';
import { readAdapter } from './bind/adapter.mjs';
import { hostFacts } from './bind/host-names.mjs';
import { applyOnly } from './bind/only.mjs';
import { presenceIn } from './bind/presence.mjs';
import { prune } from './bind/prune.mjs';
import { putHost } from './bind/put-host.mjs';
import { shake, shakeImports } from './bind/shake.mjs';
import { evaluator } from './bind/traits.mjs';
import { removeUnused } from './bind/unused.mjs';
import { declarationFile } from './declaration-file.mjs';
import { programConfig } from './derived/tsconfig.mjs';
import { Draft } from './draft.mjs';
import { throwIfAny } from './problems.mjs';
import { checkProgram } from './types/check.mjs';
import { replacePortTypes } from './types/port-types.mjs';
import { PlatformProject } from './types/project.mjs';

/**
 * The core as one platform's program: bound to its host, without what it does not need, and held against its typings.
 *
 * @param {import('./core.mjs').Core} core
 * @param {import('./manifest.mjs').Platform} platform
 * @param {import('./bind/host.mjs').HostUse[]} hostUses
 * @param {string[]} parts that the program has
 * @returns {Map<string, string>} the text of each file of build/, by its path from the root
 */
export function generateProgram(core, platform, hostUses, parts) {
  const adapter = readAdapter(core, platform);
  const entries = parts.flatMap((part) => core.entries.get(part) ?? []);
  const drafts = new Map(core.files.map((file) => [file, new Draft(file)]));
  const evaluate = evaluator(core, platform.traits, presenceIn(hostUses, hostFacts(platform, adapter?.methods)));
  for (const draft of drafts.values()) prune(draft, evaluate);
  throwIfAny([...drafts.values()].flatMap((draft) => applyOnly(core, platform, draft)));
  shake(core, drafts, entries, adapter?.types);
  throwIfAny(putHost(core, platform, drafts, hostUses));
  while (removeUnused(core, drafts)) shake(core, drafts, entries, adapter?.types);
  for (const draft of drafts.values()) shakeImports(core, draft);
  const project = new PlatformProject(core.root, platform);
  const port = /** @type {Draft} */ (drafts.get(core.port));
  // The types of an adapter rest on those of the port.
  for (const { file, text } of adapter ? [adapter.generated, finish(core, platform, port)] : [])
    project.put(file, text);
  // What these files say of themselves is not so of a program: it has left the port behind, and has a banner.
  for (const file of [core.port, ...entries]) drafts.get(file)?.removeFileComment();
  replacePortTypes(core, platform, port, project);

  const generated = [...drafts.values()]
    .filter((draft) => !draft.isEmpty())
    .map((draft) => finish(core, platform, draft));
  if (adapter) generated.push(adapter.generated);
  throwIfAny(checkProgram(core, platform, project, generated));
  const output = new Map(generated.map(({ file, text }) => [file, text]));
  for (const { file } of generated) output.set(declarationFile(file), project.declarationsOf(file));
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
