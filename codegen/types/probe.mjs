// @ts-check
import { ts } from 'ts-morph';
import { throwIfAny } from '../problems.mjs';
import { reportLines } from './reports.mjs';

/**
 * Looks up in the official typings what a manifest names, and reports what is not there.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {import('./project.mjs').PlatformProject} project
 * @returns {Record<string, ts.TypeAliasDeclaration>} the platform's own type for each type of the port
 */
export function probeTypings({ root }, platform, project) {
  const types = Object.entries(platform.manifest.types ?? {});
  const lines = types.map(([name, type]) => `type ${name} = ${type};`);
  if (platform.global) lines.push(`${platform.global};`);
  lines.push(...reportLines(platform));
  const file = `build/${platform.name}/__probe.ts`;
  const source = project.put(file, lines.join('\n'));
  const problems = project.diagnosticsOf(file).map((diagnostic) => {
    const line = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line;
    const keys = line < types.length ? ['types', types[line][0]] : ['host', 'global'];
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replaceAll(`${root}/`, '');
    const message = `${text} Correct "${keys[keys.length - 1]}", or declare it in an overlay (*.d.ts) of this folder.`;
    return { place: platform.placeOf(keys), message };
  });
  throwIfAny(problems);
  return Object.fromEntries(
    source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias]),
  );
}
