// @ts-check
import { ts } from 'ts-morph';
import { throwIfAny } from '../problems.mjs';
import { docComment } from './comment.mjs';
import { TypePrinter } from './print.mjs';
import { probeTypings } from './probe.mjs';
import { isReport } from './reports.mjs';

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
  const aliases = probeTypings(core, platform, project);
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
      if (name === 'ConnectParams') addSource(draft, declared, sourceOf(program, aliases.Global));
    } catch (error) {
      const message = `${/** @type {Error} */ (error).message}: name a type without it.`;
      problems.push({ place: platform.placeOf(['types', name]), message });
    }
  }
  throwIfAny(problems);
  replaceReports(core, draft, (name) => {
    const alias = aliases[name];
    return alias && printer.type(program.getTypeChecker().getTypeAtLocation(alias), '');
  });
  const rest = printer.printRest();
  const last = replaced[replaced.length - 1];
  if (last) draft.text.appendLeft(last.end, rest.map((text) => `\n\n${text}`).join(''));
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {import('../draft.mjs').Draft} draft
 * @param {(name: string) => string | undefined} typeOf
 */
function replaceReports(core, draft, typeOf) {
  for (const declared of core.port.statements.filter(ts.isTypeAliasDeclaration)) {
    const name = declared.name.text;
    const type = isReport(name) && draft.isLive(declared) ? typeOf(name) : undefined;
    if (type && type !== 'any') draft.replace(declared.type, type);
  }
}

/**
 * The address in the documentation of the host's `connectSocket`, on which its parameters rest.
 *
 * @param {ts.Program} program
 * @param {ts.TypeAliasDeclaration | undefined} global
 */
function sourceOf(program, global) {
  const checker = program.getTypeChecker();
  const method = global && checker.getTypeAtLocation(global).getProperty('connectSocket');
  const addresses = method ? (docComment(method, checker, '').match(/https?:\/\/[^\s)]+/g) ?? []) : [];
  // The comment may link to what it returns as well.
  return addresses.find((address) => address.includes('connectSocket')) ?? addresses[0];
}

/**
 * @param {import('../draft.mjs').Draft} draft
 * @param {ts.InterfaceDeclaration} declared
 * @param {string | undefined} source
 */
function addSource(draft, declared, source) {
  const [comment] = /** @type {ts.JSDoc[]} */ (/** @type {any} */ (declared).jsDoc ?? []);
  if (comment && source) draft.replace(comment, `/**\n * ${comment.comment}\n * @see ${source}\n */`);
}
