// @ts-check
/** One target of an example: built by its own tool, and looked at. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from '../../scripts/examples/catalogue.mjs';
import { root } from '../../scripts/examples/library.mjs';
import { build } from '../../scripts/examples/prepare.mjs';
import { foreignCalls, scriptsOf, tooNew } from './checks/output.mjs';
import { tracing } from './checks/reads.mjs';
import { typeErrors } from './checks/typings.mjs';
import { expectedOf, importedAs, syntaxOf } from './expected.mjs';

/** How long a tool may take for one target, in seconds. */
const BUILD = 300;

/**
 * @typedef {object} Tools
 * @property {import('./reporter.mjs').Reporter} reporter
 * @property {import('../../scripts/examples/library.mjs').Library} library
 * @property {import('./wechat.mjs').WechatBuilder} wechat
 *
 * @param {string} name
 * @param {string} target
 * @param {string} folder the example's copy
 * @param {Tools} tools
 * @returns {Promise<string | undefined>} the folder that a phone or a browser would be given
 */
export async function buildTarget(name, target, folder, { reporter, library, wechat }) {
  const example = EXAMPLES[name];
  const { entry, output } = example.targets[target];
  const { kind, own } = expectedOf(entry);
  const { env, read } = tracing(folder, root, target);
  const check = (/** @type {string} */ what, /** @type {() => unknown} */ work, seconds = 120) =>
    reporter.check(name, target, what, work, seconds);
  const built = path.join(folder, output);
  let said = '';

  const isBuilt = await check(
    'builds with its own tool',
    async () => {
      if (name === 'wechat-npm') await wechat.buildNpm(folder);
      said = await build(name, target, folder, env);
      if (!existsSync(built)) return [`there is no ${output}`];
    },
    BUILD,
  );
  if (!isBuilt) return undefined;

  await check('takes the intended file of the package and no other', () => {
    if (example.copies) return copiesDiffer(example.copies, folder, library);
    if (name === 'wechat-npm') return npmCopies(folder, library);
    const { ours, borrowed } = read(said);
    const isRight = ours.length > 0 && ours.every((file) => allowed(entry).includes(file));
    return [
      ...(isRight
        ? []
        : [`it read ${ours.join(', ') || 'no file of the package'}, and should read ${entry}.js or .mjs`]),
      ...borrowed.map((file) => `it leans on a package that it does not list: ${file}`),
    ];
  });
  await check('asks no other platform', () => foreignCalls(scriptsOf(built), own));
  await check(`has no syntax newer than ES${syntaxOf(name)}`, () => tooNew(scriptsOf(built), syntaxOf(name)));
  await check('has typings that work', () =>
    typeErrors(folder, importedAs(example, entry), entry.endsWith('-websocket')),
  );

  if (own !== 'wx') return built;
  let compiled = '';
  const isCompiled = await check("passes WeChat's own builder, as ES5", async () => {
    compiled = await wechat.compile(built, kind === 'minigame' ? 'miniGame' : 'miniProgram');
    return tooNew(scriptsOf(compiled), 5);
  });
  return isCompiled ? compiled : undefined;
}

/** @param {string} entry */
const allowed = (entry) => {
  const forms = [`${entry}.js`, `${entry}.mjs`];
  return entry.endsWith('-websocket') ? [...forms, 'polyfills.js', 'polyfills.mjs'] : forms;
};

/** @param {Record<string, string>} copies @param {string} folder @param {import('../../scripts/examples/library.mjs').Library} library */
function copiesDiffer(copies, folder, library) {
  return Object.entries(copies)
    .filter(([from, to]) => text(library.folder, 'dist', from) !== text(folder, to))
    .map(([from, to]) => `${to} is not dist/${from}`);
}

/** What "Build npm" put beside the app. @param {string} folder @param {import('../../scripts/examples/library.mjs').Library} library */
function npmCopies(folder, library) {
  const place = path.join(folder, 'miniprogram_npm/mde-websocket');
  const files = readdirSync(place, { recursive: true }).map(String);
  const others = files.filter((file) =>
    /alipay|baidu|douyin|qq|kuaishou|xiaohongshu|dingtalk|harmony|web\.js/.test(file),
  );
  const own = text(place, 'wechat.js').replace(/\s+/g, '');
  return [
    ...others.map((file) => `another platform's file came along: ${file}`),
    ...(own.includes('wx.connectSocket') ? [] : ['wechat.js does not ask wx']),
    ...(text(library.folder, 'dist/wechat.js').includes('wx.connectSocket') ? [] : ['dist/wechat.js does not ask wx']),
  ];
}

/** @param {string[]} parts */
const text = (...parts) => readFileSync(path.join(...parts), 'utf8');
