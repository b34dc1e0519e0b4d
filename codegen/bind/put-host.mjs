// @ts-check
import path from 'node:path';
import { ts } from 'ts-morph';
import { nameOf, placeOf } from '../core.mjs';
import { adapterFile } from './adapter.mjs';

/**
 * Puts the platform's own host in the place of `host(options)`: its global, its adapter's module, or what the options
 * hold.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {Map<ts.SourceFile, import('../draft.mjs').Draft>} drafts
 * @param {import('./host.mjs').HostUse[]} uses
 */
export function putHost(core, platform, drafts, uses) {
  const { global, adapter, manifest } = platform;
  /** @type {import('../problems.mjs').Problem[]} */
  const problems = [];
  for (const { identifier, call, member } of uses) {
    const draft = /** @type {import('../draft.mjs').Draft} */ (drafts.get(identifier.getSourceFile()));
    if (!draft.isLive(identifier)) continue;
    const name = member.name.text;
    if (manifest.lacks?.includes(name)) {
      const place = placeOf(core, identifier);
      problems.push({ place, message: `${manifest.title.en} lacks "${name}" (${platform.file}): ask for it before.` });
    }
    if (global) {
      problems.push(...findCaptor(core, platform, identifier, global));
      draft.settle(call, global);
    } else if (adapter) {
      importAdapter(core, platform, draft, identifier.text);
      draft.settle(call, identifier.text);
    } else {
      draft.remove(call.getStart(), call.arguments[0].getStart());
      draft.text.overwrite(call.arguments[0].end, call.end, '.platform');
    }
    const own = manifest.names?.[name];
    if (own) draft.replace(member.name, own);
  }
  return problems;
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {import('../draft.mjs').Draft} draft
 * @param {string} name
 */
function importAdapter({ root }, platform, draft, name) {
  const user = path.join('build', platform.name, path.relative(path.join(root, 'core'), draft.file.fileName));
  const module = path.relative(path.dirname(user), adapterFile(platform)).replace(/\.ts$/, '');
  draft.addImport(`import * as ${name} from '${module.startsWith('.') ? module : `./${module}`}';\n`);
}

/**
 * The declaration in the core that would capture a global at this place.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {ts.Identifier} identifier
 * @param {string} global
 * @returns {import('../problems.mjs').Problem[]}
 */
function findCaptor(core, { manifest }, identifier, global) {
  const symbol = core.checker
    .getSymbolsInScope(identifier, ts.SymbolFlags.Value | ts.SymbolFlags.Alias)
    .find((candidate) => candidate.name === global);
  const declaration = symbol?.declarations?.find((candidate) => core.files.includes(candidate.getSourceFile()));
  if (!declaration) return [];
  const { file, line } = placeOf(core, nameOf(declaration) ?? declaration);
  const message = `"${global}" is the host's global on ${manifest.title.en}, and this line would get the one declared at ${file}:${line}: rename that one.`;
  return [{ place: placeOf(core, identifier), message }];
}
