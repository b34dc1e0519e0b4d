// @ts-check
/** The order of the pages. Their titles are their first headings, so that nothing is said twice. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {'en' | 'zh'} Language */

const SECTIONS = [
  {
    en: 'Guide',
    zh: '指南',
    folder: 'guide',
    pages: [
      'start',
      'builds',
      'token',
      'final-close',
      'background',
      'shared-link',
      'alipay',
      'binary',
      'two-devices',
      'ping-every',
      'delivery',
      'testing',
      'typescript',
    ],
  },
  { en: 'Trouble shooting', zh: '故障排查', folder: '', pages: ['troubleshooting'] },
  { en: 'Playground', zh: '演练', folder: '', pages: 'playground' },
  {
    en: "The server's side",
    zh: '服务端',
    folder: 'servers',
    pages: ['index', 'node', 'spring', 'go', 'python', 'proxies', 'rolling-restart'],
  },
  { en: 'Other clients', zh: '配合其他客户端库', folder: 'clients', pages: 'all' },
  {
    en: 'Coming from',
    zh: '迁移',
    folder: 'migrate',
    pages: ['v1', 'heartbeat-miniprogram', 'reconnecting-websocket', 'hand-written'],
  },
  {
    en: 'Reference',
    zh: '参考',
    folder: 'reference',
    pages: ['api', 'how-it-works', 'reliability', 'benchmarks', 'size', 'add-a-platform'],
  },
];

/** @param {Language} language */
export function sidebar(language) {
  return SECTIONS.flatMap(({ folder, pages, ...titles }) => {
    const items = namesIn(language, folder, pages).map((name) => item(language, folder ? `${folder}/${name}` : name));
    return items.length > 1 ? [/** @type {object} */ ({ text: titles[language], items })] : items;
  });
}

/** @param {Language} language */
export function nav(language) {
  const pages = ['guide/start', 'playground', 'troubleshooting', 'servers/index', 'reference/api'];
  return pages
    .filter((page) => page === 'reference/api' || existsSync(path(language, page)))
    .map((page) => item(language, page));
}

/**
 * Whatever lies in the folder where the pages are `all`, the page `index` first; a single name only if the page exists.
 *
 * @param {Language} language
 * @param {string} folder
 * @param {string[] | string} pages
 */
function namesIn(language, folder, pages) {
  if (Array.isArray(pages)) return pages;
  if (pages !== 'all') return existsSync(path(language, pages)) ? [pages] : [];
  const there = `${docs}${language}/${folder}`;
  if (!existsSync(there)) return [];
  const names = readdirSync(there)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3));
  return names.sort((a, b) => Number(b === 'index') - Number(a === 'index') || a.localeCompare(b));
}

/**
 * @param {Language} language
 * @param {string} page
 */
function item(language, page) {
  // Made by each build, so it may not be there yet.
  if (page === 'reference/api') return { text: 'API', link: `/${language}/${page}` };
  const text = readFileSync(path(language, page), 'utf8');
  const title = text.match(/^# (.+?)(?: *\{#[\w-]+\})?$/m)?.[1];
  if (!title) throw new Error(`docs/${language}/${page}.md has no first heading (\`# …\`): the sidebar needs one`);
  return { text: title.replaceAll('`', ''), link: `/${language}/${page.replace(/index$/, '')}` };
}

/**
 * @param {Language} language
 * @param {string} page
 */
const path = (language, page) => `${docs}${language}/${page}.md`;
