// @ts-check
import { ts } from 'ts-morph';
import { throwIfAny } from '../problems.mjs';
import { TypePrinter } from './print.mjs';
import { probeTypings } from './probe.mjs';

/**
 * Puts the platform's own types in the place of the port's, self-contained.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {import('../draft.mjs').Draft} draft of core/port.ts
 * @param {import('./project.mjs').PlatformProject} project the platform's typings
 */
export function replacePortTypes(core, platform, draft, project) {
  const interfaces = core.port.statements.filter(ts.isInterfaceDeclaration);
  const wanted = Object.keys(platform.manifest.types ?? {});
  const unknown = wanted.filter((name) => !interfaces.some((declared) => declared.name.text === name));
  throwIfAny(
    unknown.map((name) => ({
      place: platform.placeOf(['types', name]),
      message: `the port has no type "${name}": it has ${interfaces.map((declared) => declared.name.text).join(', ')}.`,
    })),
  );
  const aliases = probeTypings(platform, project);
  const { program } = project;
  const printer = new TypePrinter(
    program,
    interfaces.map((declared) => declared.name.text),
  );
  /** @type {import('../problems.mjs').Problem[]} */
  const problems = [];
  const replaced = interfaces.filter((declared) => wanted.includes(declared.name.text) && draft.isLive(declared));
  for (const declared of replaced) {
    const name = declared.name.text;
    const type = program.getTypeChecker().getTypeAtLocation(aliases[name]);
    try {
      draft.replace(declared, printer.printInterface(name, type));
    } catch (error) {
      const message = `${/** @type {Error} */ (error).message}: name a type without it.`;
      problems.push({ place: platform.placeOf(['types', name]), message });
    }
  }
  throwIfAny(problems);
  const rest = printer.printRest();
  const last = replaced[replaced.length - 1];
  if (last) draft.text.appendLeft(last.end, rest.map((text) => `\n\n${text}`).join(''));
}
