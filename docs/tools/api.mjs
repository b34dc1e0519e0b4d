// @ts-check
/**
 * The API page, in both languages: names, types and English sentences from dist/index.d.ts, Chinese sentences from the
 * tables of README.zh-CN.md and from api.zh.mjs.
 *
 *   node docs/tools/api.mjs    writes docs/{en,zh}/reference/api.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeSpans, readPage } from '../../test/docs/markdown.mjs';
import { CHINESE } from './api.zh.mjs';
import { readDeclarations, readExported } from './declarations.mjs';

/** @typedef {import('./declarations.mjs').Declaration} Declaration */
/** @typedef {import('../.vitepress/sidebar.mjs').Language} Language */

const docs = fileURLToPath(new URL('..', import.meta.url));

/** Shown as they are declared: their members speak for themselves, or are described elsewhere. */
const AS_CODE = ['ConnectParams', 'Host', 'Params', 'Data', 'Sendable', 'SocketTask', 'ResolvedOptions'];

const WORDS = {
  en: {
    title: 'API',
    intro:
      'Made from the doc comments of the published declarations, so your editor says the same. For what belongs together and why, see the guide.',
    options: 'Options',
    optionsIntro: 'A platform’s own entry has no `platform`. Unknown options are ignored.',
    task: 'Task',
    events: 'Events',
    eventsIntro:
      'The same on every host. Set a hook (`task.onClose`) or add any number of handlers (`task.on`). `Raw` is `any`: the host’s own object, as it came.',
    types: 'Other types',
    returns: 'Returns',
    throws: 'Throws',
    field: ['Field', 'Type', 'Meaning'],
    cause: ['Value', 'Meaning'],
  },
  zh: {
    title: 'API',
    intro: '名称和类型取自发布的类型声明。哪些该一起用、为什么，见指南。',
    options: '选项',
    optionsIntro: '平台自己的入口没有 `platform`。不认识的选项会被忽略。',
    task: 'task',
    events: '事件',
    eventsIntro:
      '所有宿主上都一样。可以设钩子（`task.onClose`），也可以用 `task.on` 添加任意多个回调。`Raw` 就是 `any`：宿主给的原始对象。',
    types: '其他类型',
    returns: '返回',
    throws: '抛出',
    field: ['字段', '类型', '说明'],
    cause: ['值', '说明'],
  },
};

/** What is shown in Chinese and has no Chinese words, with the file that should have them. */
export const missing = /** @type {Set<string>} */ (new Set());

/** @param {Language} language */
export function apiPage(language) {
  const words = WORDS[language];
  const all = readDeclarations();
  const named = (/** @type {string} */ name) => {
    const found = all.find((declaration) => declaration.name === name);
    if (!found)
      throw new Error(`dist/index.d.ts declares no ${name}, which the API page shows: change docs/tools/api.mjs`);
    return found;
  };
  const say = speaker(language);
  const [connect, legacy] = all.filter(({ name, kind }) => name === 'MdeWebsocket' && kind === 'function');
  const options = [...named('Options').members, ...named('Settings').members];
  const events = named('TaskEvents').members;
  const shown = ['Options', 'LegacyOptions', 'Settings', 'Task', 'TaskEvents', 'CloseCause', 'BackoffOptions'];
  shown.push(...events.map(({ type }) => type.replace(/^.*: /, '')));
  const exported = readExported();
  const others = all.filter(
    ({ name, kind }) => /interface|type/.test(kind) && exported.has(name) && !shown.includes(name),
  );

  return [
    `# ${words.title}`,
    words.intro,
    '## `MdeWebsocket()` {#mdewebsocket}',
    code(`${connect.signature}\n${legacy?.signature ?? ''}`),
    say('MdeWebsocket', connect.doc.text),
    `${words.returns}: ${say('MdeWebsocket returns', connect.doc.returns ?? '')}`,
    connect.doc.example ? code(connect.doc.example, 'js') : '',
    `## ${words.options} {#options}`,
    words.optionsIntro,
    ...options.map(({ name, type, doc }) => entry('option', name, type, say(`option ${name}`, doc.text))),
    `## ${words.task} {#task}`,
    ...named('Task').members.map((member) => taskMember(member, say, words)),
    `## ${words.events} {#events}`,
    words.eventsIntro,
    ...events.map(({ name, type, doc }) => {
      const event = named(type.replace(/^.*: /, ''));
      return `### \`${name}\` {#event-${name}}\n\n${say(`event ${name}`, doc.text)}\n\n${fields(event, say, words)}`;
    }),
    '## `CloseCause` {#close-cause}',
    say('CloseCause', named('CloseCause').doc.text),
    table(
      words.cause,
      named('CloseCause').members.map(({ name, doc }) => [`\`${name}\``, say(`cause ${name}`, doc.text)]),
    ),
    '## `backoff()` {#backoff}',
    code(named('backoff').signature),
    say('backoff', named('backoff').doc.text),
    fields(named('BackoffOptions'), say, words),
    '## `VERSION` {#version}',
    say('VERSION', named('VERSION').doc.text),
    `## ${words.types} {#types}`,
    ...others.map((declaration) => otherType(declaration, say, words)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * @param {import('./declarations.mjs').Member} member
 * @param {(key: string, english: string) => string} say
 * @param {typeof WORDS.en} words
 */
function taskMember({ name, type, doc }, say, words) {
  const text = [say(`task ${name}`, doc.text)];
  if (words === WORDS.en && doc.returns) text.push(`${words.returns} ${doc.returns}.`);
  if (words === WORDS.en && doc.throws) text.push(`${words.throws} ${doc.throws}.`);
  if (doc.example) text.push(code(doc.example, 'js'));
  return entry('task', name, type, text.filter(Boolean).join('\n\n'));
}

/**
 * @param {Declaration} declaration
 * @param {(key: string, english: string) => string} say
 * @param {typeof WORDS.en} words
 */
function otherType(declaration, say, words) {
  const { name, kind, text, doc, members } = declaration;
  const isCode = kind === 'type' || AS_CODE.includes(name);
  const body = isCode
    ? code(text)
    : members.some(({ doc: about }) => about.text)
      ? fields(declaration, say, words)
      : code(text);
  return [`### \`${name}\` {#type-${name.toLowerCase()}}`, doc.text && say(name, doc.text), body]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * @param {Declaration} declaration
 * @param {(key: string, english: string) => string} say
 * @param {typeof WORDS.en} words
 */
function fields({ name: owner, members }, say, words) {
  return table(
    words.field,
    members.map(({ name, type, doc }) => [
      `\`${name}\``,
      `\`${type.replace(/^[^:]*?\??: /, '')}\``,
      doc.text && say(`${owner}.${name}`, doc.text),
    ]),
  );
}

/** @param {string} kind @param {string} name @param {string} type @param {string} text */
const entry = (kind, name, type, text) =>
  `### \`${name}\` {#${kind}-${name.toLowerCase()}}\n\n${code(type)}\n\n${text}`;

/** @param {string} text @param {string} [language] */
const code = (text, language = 'ts') => `\`\`\`${language}\n${text.trim()}\n\`\`\``;

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * How a thing is described in this language; in English that is its doc comment.
 *
 * @param {Language} language
 * @returns {(key: string, english: string) => string}
 */
function speaker(language) {
  if (language === 'en') return (_, english) => english;
  const readme = readChinese();
  return (key, english) => {
    const found = readme.get(key) ?? CHINESE[key];
    if (found === undefined && english) missing.add(key);
    return found ?? english;
  };
}

/** Where the site says what a section of README.zh-CN.md says. */
const SECTIONS = { 立刻回来: '/zh/guide/background#library' };

/** The rows of README.zh-CN.md's tables, by what they describe. */
function readChinese() {
  const { tables } = readPage(readFileSync(`${docs}../README.zh-CN.md`, 'utf8'));
  /** @type {Map<string, string>} */
  const said = new Map();
  /** @param {string} kind @param {string} first the first row's name */
  const read = (kind, first) => {
    const rows = tables.find(([, row]) => codeSpans(row?.[0] ?? '')[0] === first)?.slice(1) ?? [];
    for (const row of rows) {
      const unless = kind === 'option' && row[2] !== '–' ? `默认值：${row[2]}。` : '';
      const text = led(`${row[row.length - 1]}。${unless.replace('默认值：必填', '必填')}`);
      for (const name of codeSpans(row[0])) said.set(`${kind} ${name.replace(/\(.*/, '')}`, text);
    }
  };
  read('option', 'platform');
  read('task', 'onOpen');
  read('event', 'open');
  read('cause', 'host');
  return said;
}

/** Links to sections of the README, led to pages of the site. @param {string} text */
function led(text) {
  return text.replace(/\]\(#([^)]+)\)/g, (_, section) => {
    const page = SECTIONS[/** @type {keyof typeof SECTIONS} */ (section)];
    if (!page) throw new Error(`README.zh-CN.md links to #${section}: say in docs/tools/api.mjs which page tells it`);
    return `](${page})`;
  });
}

export function writeApiPages() {
  for (const language of /** @type {const} */ (['en', 'zh'])) {
    writeFileSync(`${docs}${language}/reference/api.md`, `${apiPage(language)}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeApiPages();
