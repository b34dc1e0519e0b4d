// @ts-check
import path from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { ts } from 'ts-morph';
import { findUntested } from './floor.mjs';

const LACKS =
  'Name what the platform lacks in "lacks" of its platform.json, what it calls otherwise in "names"; what only its typings lack, write into an overlay.';
const ASKS =
  "Ask with typeof … === 'function', or the other way round with !, where the typings say it is always there.";

const UNUSED =
  'Put it behind the trait of what uses it; a parameter that only some programs use stands last, and is left out in the others.';

const HELPS = 'Bundles hold no helper of TypeScript: write it in ES5.';

/** "This condition will always return true": the typings do not know that an older base library lacks the method. */
const ALWAYS_THERE = 2774;

/** What to do about an error of the compiler, by its code. @type {Record<number, string>} */
const ADVICE = {
  2339: LACKS,
  2345: LACKS,
  2343: HELPS,
  2354: HELPS,
  2551: LACKS,
  2554: LACKS,
  2555: LACKS,
  2769: LACKS,
  2774: ASKS,
  6133: UNUSED,
  6192: UNUSED,
  6196: UNUSED,
  6198: UNUSED,
};

/**
 * A generated file: its text and the way back to the core.
 *
 * @typedef {object} Generated
 * @property {string} file relative to the root
 * @property {string} source the core file it comes from, relative to the root
 * @property {string} text
 * @property {import('magic-string').SourceMap} map
 */

/**
 * Holds a generated program against the platform's typings and its floor.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {import('./project.mjs').PlatformProject} project the platform's typings
 * @param {Generated[]} generated
 * @returns {import('../problems.mjs').Problem[]}
 */
export function checkProgram(core, platform, project, generated) {
  const sources = generated.map(({ file, text }) => project.put(file, text));
  const maps = new Map(
    generated.map(({ file, map, source }) => [file, { trace: new TraceMap(/** @type {any} */ (map)), source }]),
  );
  /**
   * @param {ts.SourceFile} source
   * @param {number} offset
   * @returns {import('../problems.mjs').Place}
   */
  const placeIn = (source, offset) => {
    const file = path.relative(core.root, source.fileName);
    const { line, character } = source.getLineAndCharacterOfPosition(offset);
    const map = maps.get(file);
    if (!map) return { file, line: line + 1, column: character + 1 };
    const { line: coreLine, column } = originalPositionFor(map.trace, { line: line + 1, column: character });
    return { file: map.source, line: coreLine ?? 1, column: (column ?? 0) + 1 };
  };
  const problems = [...platform.overlays, ...generated.map(({ file }) => file)]
    .flatMap((file) => project.diagnosticsOf(file))
    .filter(({ code }) => code !== ALWAYS_THERE)
    .map((diagnostic) => ({
      place: diagnostic.file ? placeIn(diagnostic.file, diagnostic.start ?? 0) : platform.placeOf(['typings']),
      message: explain(core, platform, diagnostic),
    }));
  if (problems.length > 0) return problems;
  const checker = project.program.getTypeChecker();
  return sources.flatMap((source) =>
    findUntested(checker, platform, source).map(({ node, message }) => ({
      place: placeIn(source, node.getStart()),
      message,
    })),
  );
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {ts.Diagnostic} diagnostic
 */
function explain({ root }, { name }, diagnostic) {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replaceAll(`${root}/`, '');
  const advice = ADVICE[diagnostic.code];
  return `${text} (in the program for ${name}, TS${diagnostic.code})${advice ? ` ${advice}` : ''}`;
}
