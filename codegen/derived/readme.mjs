// @ts-check
import { fillMarked } from './marked.mjs';

/** The words of the platform table in each README. */
const LANGUAGES = {
  'README.md': {
    language: /** @type {'en' | 'zh'} */ ('en'),
    head: ['Platform', 'Import', 'File to copy without npm', 'Host', 'Base library', 'Verified by'],
    also: (/** @type {string} */ title, /** @type {string} */ other) => `${title}; also ${other}`,
    evidence: {
      documentation: 'official documentation',
      'third parties': 'third parties',
      browser: 'a browser',
      device: 'a device',
    },
    noDevice: 'Verified on a device: none yet.',
    option: 'the `platform` option',
    none: '–',
    since: (/** @type {string} */ version) => `${version} and later`,
  },
  'README.zh-CN.md': {
    language: /** @type {'en' | 'zh'} */ ('zh'),
    head: ['平台', '引入', '不用 npm 时复制的文件', '宿主', '基础库', '依据'],
    also: (/** @type {string} */ title, /** @type {string} */ other) => `${title}，也用于${other}`,
    evidence: { documentation: '官方文档', 'third parties': '第三方资料', browser: '浏览器', device: '真机' },
    noDevice: '真机验证：尚无。',
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
 * @param {import('../bundles.mjs').Bundle[]} bundles
 */
export function deriveReadme(file, text, name, bundles) {
  const words = LANGUAGES[file];
  const platforms = bundles.flatMap(({ part, platform }) => (part === 'index' && platform ? [platform] : []));
  const bound = platforms.filter(({ entry }) => entry !== 'index');
  const universal = platforms.filter(({ entry }) => entry === 'index');
  const rows = [...bound, ...universal].map(({ entry, isGiven, globals, manifest }) => [
    titleOf(words, manifest),
    `\`${entry === 'index' ? name : `${name}/${entry}`}\``,
    `[\`dist/${entry}.js\`](dist/${entry}.js)`,
    isGiven ? words.option : globals.length > 0 ? `\`${globals[0]}\`` : words.none,
    manifest.floor ? words.since(manifest.floor.version) : words.none,
    manifest.evidence ? words.evidence[manifest.evidence] : words.none,
  ]);
  const lines = [words.head, words.head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  const remark = platforms.some(({ manifest }) => manifest.evidence === 'device') ? '' : `\n${words.noDevice}\n`;
  return fillMarked(file, text, '<!-- platforms:start -->', '<!-- platforms:end -->', `\n${lines.join('')}${remark}\n`);
}

/**
 * What a platform is called in a table, with the host that its bundles serve besides.
 *
 * @param {typeof LANGUAGES[keyof typeof LANGUAGES]} words
 * @param {import('../manifest.mjs').Manifest} manifest
 */
function titleOf({ language, also }, { title, also: other, for: use }) {
  const own = language === 'en' ? [title.en, use].filter(Boolean).join(' ') : title.zh;
  return other ? also(own, language === 'en' ? other.en : other.zh) : own;
}
