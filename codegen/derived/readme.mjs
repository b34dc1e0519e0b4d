// @ts-check
import { fillMarked } from './marked.mjs';

/** The words of the platform table in each README. */
const LANGUAGES = {
  'README.md': {
    language: 'en',
    head: ['Platform', 'Import', 'File to copy without npm', 'Host', 'Base library'],
    option: 'the `platform` option',
    none: '–',
    since: (/** @type {string} */ version) => `${version} and later`,
  },
  'README.zh-CN.md': {
    language: 'zh',
    head: ['平台', '引入', '不用 npm 时复制的文件', '宿主', '基础库'],
    option: '`platform` 选项',
    none: '–',
    since: (/** @type {string} */ version) => `${version} 及以上`,
  },
};

export const READMES = /** @type {(keyof typeof LANGUAGES)[]} */ (Object.keys(LANGUAGES));

/**
 * @param {keyof typeof LANGUAGES} file
 * @param {string} text
 * @param {string} name of the package
 * @param {import('../manifest.mjs').Platform[]} platforms
 */
export function deriveReadme(file, text, name, platforms) {
  const words = LANGUAGES[file];
  const bound = platforms.filter(({ entry }) => entry !== 'index');
  const universal = platforms.filter(({ entry }) => entry === 'index');
  const rows = [...bound, ...universal].map(({ entry, isGiven, globals, manifest }) => [
    manifest.title[/** @type {'en' | 'zh'} */ (words.language)],
    `\`${entry === 'index' ? name : `${name}/${entry}`}\``,
    `[\`dist/${entry}.js\`](dist/${entry}.js)`,
    isGiven ? words.option : globals.length > 0 ? `\`${globals[0]}\`` : words.none,
    manifest.floor ? words.since(manifest.floor.version) : words.none,
  ]);
  const lines = [words.head, words.head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return fillMarked(file, text, '<!-- platforms:start -->', '<!-- platforms:end -->', `\n${lines.join('')}\n`);
}
