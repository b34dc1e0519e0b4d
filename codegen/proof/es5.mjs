// @ts-check
import { parse } from 'acorn';

/**
 * Parses a bundle as ES5; an ES module may have `import` and `export` besides.
 *
 * @param {import('./prove.mjs').Bundle} bundle
 * @returns {{ program?: any, syntax?: { line: number, column: number, message: string } }}
 */
export function parseES5({ code, isModule }) {
  try {
    if (!isModule) return { program: parse(code, { ecmaVersion: 5, locations: true, ranges: true }) };
    const program = parse(code, { ecmaVersion: 2015, sourceType: 'module', locations: true, ranges: true });
    parse(withoutModuleSyntax(code, program), { ecmaVersion: 5, locations: true });
    return { program };
  } catch (error) {
    const { loc, message } = /** @type {any} */ (error);
    return {
      syntax: { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1, message: message.replace(/ \(\d+:\d+\)$/, '') },
    };
  }
}

/**
 * Blanks the import and export statements, so that every other place stays where it is.
 *
 * @param {string} code
 * @param {any} program
 */
function withoutModuleSyntax(code, program) {
  let text = code;
  for (const { type, start, end, declaration } of program.body) {
    if (!/^(Import|Export)/.test(type)) continue;
    const blanked = declaration ? declaration.start : end;
    text = text.slice(0, start) + text.slice(start, blanked).replace(/[^\n]/g, ' ') + text.slice(blanked);
  }
  return text;
}
