// @ts-check
import { ts } from 'ts-morph';
import { placeOf } from '../core.mjs';

const MARK = /__(GLOBAL|TITLE)__/g;

/**
 * Puts into the core's texts what a platform's host is called: `__GLOBAL__` is its object, `__TITLE__` its name.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {Map<ts.SourceFile, import('../draft.mjs').Draft>} drafts
 * @returns {import('../problems.mjs').Problem[]}
 */
export function putWords(core, platform, drafts) {
  const words = { GLOBAL: platform.globals[0], TITLE: platform.manifest.title.en };
  /** @type {import('../problems.mjs').Problem[]} */
  const problems = [];
  for (const draft of drafts.values()) {
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isStringLiteralLike(node) && draft.isLive(node)) {
        for (const [mark, name] of node.getText(draft.file).matchAll(MARK)) {
          const word = words[/** @type {keyof typeof words} */ (name)];
          if (word) continue;
          const message = `nothing is known at build time for ${mark} in the program for ${platform.name}: put it behind !traits.givenHost.`;
          problems.push({ place: placeOf(core, node), message });
        }
        const text = node.getText(draft.file);
        const said = text.replace(MARK, (_, name) => escape(words[/** @type {keyof typeof words} */ (name)] ?? ''));
        if (said !== text) draft.replace(node, said);
      }
      ts.forEachChild(node, visit);
    };
    visit(draft.file);
  }
  return problems;
}

/** @param {string} word as it may stand in a text */
function escape(word) {
  return word.replace(/['"`\\$]/g, '\\$&');
}
