// @ts-check
import path from 'node:path';
import { ts } from 'ts-morph';
import { placeOf } from '../core.mjs';

/**
 * Obeys the tag `@only <trait>` on members of interfaces and on declarations: gone where the trait is false, and
 * nothing but the tag gone where it is true; with `@only !<trait>` the other way round.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {import('../draft.mjs').Draft} draft
 */
export function applyOnly(core, platform, draft) {
  /** @type {import('../problems.mjs').Problem[]} */
  const problems = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (!draft.isLive(node)) return;
    for (const tag of ownTags(node)) {
      const trait = typeof tag.comment === 'string' ? tag.comment.trim() : '';
      const name = trait.replace(/^!/, '');
      if (!core.traitNames.includes(name)) {
        const message = `@only names no trait: write one of ${core.traitNames.join(', ')}.`;
        problems.push({ place: placeOf(core, tag), message });
      } else if (platform.traits[name] === (name !== trait)) {
        return draft.removeLines(node);
      } else {
        removeTag(draft, tag);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(draft.file);
  return problems;
}

/**
 * The members of what is promised to users that are there only where a trait is true.
 *
 * @param {import('../core.mjs').Core} core
 * @param {string} trait
 * @returns {string[]}
 */
export function membersOnly({ root, files }, trait) {
  const promises = files.find(({ fileName }) => path.relative(root, fileName) === 'core/types.ts');
  const interfaces = [...(promises?.statements ?? [])].filter(ts.isInterfaceDeclaration);
  const members = interfaces.flatMap((declaration) => [...declaration.members]);
  const own = members.filter((member) =>
    ownTags(member).some(({ comment }) => typeof comment === 'string' && comment.trim() === trait),
  );
  return [...new Set(own.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : [])))].sort();
}

/** @param {ts.Node} node */
function ownTags(node) {
  const comments = /** @type {ts.JSDoc[]} */ (/** @type {any} */ (node).jsDoc ?? []);
  return comments.flatMap((comment) => [...(comment.tags ?? [])]).filter((tag) => tag.tagName.text === 'only');
}

/**
 * @param {import('../draft.mjs').Draft} draft
 * @param {ts.JSDocTag} tag
 */
function removeTag(draft, tag) {
  const source = draft.file.text;
  const comment = tag.parent;
  const lineStart = source.lastIndexOf('\n', tag.pos) + 1;
  const isAlone = /^[ \t]*\*[ \t]*$/.test(source.slice(lineStart, tag.pos)) && lineStart > comment.pos;
  const text = `@only ${/** @type {string} */ (tag.comment).trim()}`;
  if (isAlone) return draft.text.remove(lineStart, source.indexOf('\n', tag.pos) + 1);
  if (source.slice(comment.pos + 3, comment.end - 2).trim() === text) {
    return draft.text.remove(source.lastIndexOf('\n', comment.pos) + 1, source.indexOf('\n', comment.end) + 1);
  }
  const gap = /[ \t]*$/.exec(source.slice(0, tag.pos))?.[0].length ?? 0;
  return draft.text.remove(tag.pos - gap, tag.pos + text.length);
}
