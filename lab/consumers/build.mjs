// @ts-check
/** One target of an example: built by its own tool, and looked at. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from '../../scripts/examples/catalogue.mjs';
import { root } from '../../scripts/examples/library.mjs';
import { build } from '../../scripts/examples/prepare.mjs';
import { foreignCalls, scriptsOf, tooNew } from './checks/output.mjs';
import { tracing } from './checks/reads.mjs';
import { typeErrors } from './checks/typings.mjs';
import { expectedOf, importedAs, syntaxOf } from './expected.mjs';

/** How long a tool may take for one target, in seconds. */
const BUILD = 600;

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
  const check = (/** @type {string} */ what, /** @type {() => unknown} */ work, seconds = 300) =>
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

  let sent = built;
  if (own === 'wx') {
    const isCompiled = await check("passes WeChat's own builder, as ES5", async () => {
      sent = await wechat.compile(built, kind === 'minigame' ? 'miniGame' : 'miniProgram');
      return tooNew(scriptsOf(sent), 5);
    });
    if (!isCompiled) return undefined;
  }
  await check('takes the intended file of the package and no other', () => {
    if (example.copies) return copiesDiffer(example.copies, folder, library);
    if (name === 'wechat-npm') return sentOf(path.join(sent, 'miniprogram_npm/mde-websocket'), entry);
    const { ours, borrowed } = read(said);
    const isRight = ours.length > 0 && ours.every((file) => allowed(entry).includes(file));
    return [
      ...(isRight
        ? []
        : [`it read ${ours.join(', ') || 'no file of the package'}, and should read ${entry}.js or .mjs`]),
      ...borrowed.map((file) => `it leans on a package that it does not list: ${file}`),
    ];
  });
  await check('asks no other platform', () => foreignCalls(scriptsOf(sent), own));
  await check(`has no syntax newer than ES${syntaxOf(name)}`, () => tooNew(scriptsOf(built), syntaxOf(name)));
  await check('has typings that work', () =>
    typeErrors(folder, importedAs(example, entry), entry.endsWith('-websocket')),
  );
  return sent;
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

/** What of the package is sent to a phone. @param {string} place @param {string} entry */
function sentOf(place, entry) {
  const files = scriptsOf(place).map((file) => path.relative(place, file));
  return files.join() === `${entry}.js` ? [] : [`${files.join(', ') || 'nothing'} is sent, and should be ${entry}.js`];
}

/** @param {string[]} parts */
const text = (...parts) => readFileSync(path.join(...parts), 'utf8');
