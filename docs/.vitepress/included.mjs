// @ts-check
/**
 * Pages that the equipment writes (`docs/*.md`), and parts of the README, are shown by pages that include them. Their
 * links and pictures are relative to where they lie, and are led to the right place here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stateDiagram } from './state-diagram.mjs';

const docs = fileURLToPath(new URL('..', import.meta.url));
const { repository } = JSON.parse(readFileSync(`${docs}../package.json`, 'utf8'));

/** Where the repository's files can be read, if package.json says. */
const source = (repository?.url ?? repository)?.replace(/^git\+|\.git$/g, '');

/** Where the site shows a page of `docs`. */
const SHOWN = /** @type {Record<string, string>} */ ({
  'docs/PROTOCOL.md': 'how-it-works',
  'docs/benchmarks.md': 'benchmarks',
  'docs/reliability.md': 'reliability',
  'docs/size.md': 'size',
  'docs/before-and-after.md': 'benchmarks',
});

/** A picture beside the included page. */
export const pictures = {
  name: 'pictures-of-included-pages',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id @param {string} [importer] */
  resolveId(id, importer = '') {
    const isHere = /^\.\/[\w-]+\.svg$/.test(id) && /\/(en|zh)\/reference$/.test(dirname(importer));
    return isHere && existsSync(docs + basename(id)) ? docs + basename(id) : undefined;
  },
};

/** @param {import('vitepress').MarkdownRenderer} md */
export function included(md) {
  // Links that are written by hand in pages of this folder begin with a slash.
  md.core.ruler.after('inline', 'links-of-included-pages', ({ tokens, env }) => {
    const [language] = (env.relativePath ?? '').split('/');
    for (const { children } of tokens) {
      (children ?? []).forEach((token, index, all) => {
        const href = token.type === 'link_open' ? token.attrGet('href') : null;
        if (!href || /^([\w+]+:|#|\/)/.test(href)) return;
        const [path, anchor] = href.split('#');
        // What is not in docs is a link of the README.
        const led = lead(language, existsSync(docs + path) ? posix.join('docs', path) : path, anchor);
        if (led) token.attrSet('href', led);
        else unlink(all, index);
      });
    }
  });

  const fence = /** @type {NonNullable<typeof md.renderer.rules.fence>} */ (md.renderer.rules.fence);
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index];
    return info === 'mermaid' ? stateDiagram(content) : fence(tokens, index, ...rest);
  };
}

/**
 * Leaves the words of a link that leads nowhere from here.
 *
 * @param {any[]} tokens
 * @param {number} start
 */
function unlink(tokens, start) {
  const end = tokens.findIndex(({ type }, index) => index > start && type === 'link_close');
  for (const at of [start, end]) Object.assign(tokens[at], { type: 'text', tag: '', content: '', nesting: 0 });
}

/**
 * @param {string} language
 * @param {string} file of the repository
 * @param {string} [anchor]
 */
function lead(language, file, anchor) {
  const hash = anchor ? `#${anchor}` : '';
  if (file === 'README.md') return `/${language}/reference/api${anchor === 'options' ? '#options' : ''}`;
  if (file in SHOWN) return `/${language}/reference/${SHOWN[file]}${hash}`;
  return source ? `${source}/blob/main/${file}${hash}` : undefined;
}
