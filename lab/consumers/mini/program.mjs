// @ts-check
/**
 * A mini program, opened on an emulated host as its developer tools would: its first page can be looked at and used.
 *
 * @typedef {Awaited<ReturnType<typeof openProgram>>} Program
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { wsTransport } from '../../emulators/index.mjs';
import { createWorld } from './context.mjs';
import { dialectOf, eventsOf } from './dialects.mjs';
import { restOfHost } from './host-rest.mjs';
import { createPage } from './page.mjs';
import { readTemplate } from './template.mjs';
import { timersOf } from './timers.mjs';
import { createWatch } from './watch.mjs';

/**
 * @param {string} folder
 * @param {string} kind a platform's name
 * @param {Record<string, any>} [quirks]
 */
export async function openProgram(folder, kind, quirks) {
  const dialect = dialectOf(kind);
  // Frameworks call the host's methods on a copy of it.
  const phone = dialect.emulate({ transport: wsTransport(), quirks: { checksThis: false, ...quirks } });
  const watch = createWatch();
  const settings = readJson(path.join(folder, 'app.json'));
  const [route] = settings.pages;
  /** @type {any} */
  let definition;
  /** @type {any} */
  let application = {};
  /** @type {string[]} */
  const complaints = [];
  const complain = (/** @type {any[]} */ ...words) => complaints.push(words.map(String).join(' '));

  const define = (/** @type {any} */ given) => {
    definition = given;
  };
  const host = { ...restOfHost((work) => phone.thread.later(() => phone.thread.run(work))), ...phone.host };
  const globals = {
    ...timersOf(phone.thread),
    [dialect.global]: host,
    console: { log() {}, info() {}, debug() {}, warn() {}, error: complain },
    App: (/** @type {any} */ given) => {
      application = given;
    },
    Page: define,
    Component: define,
    Behavior: (/** @type {any} */ given) => given,
    getApp: () => application,
    getCurrentPages: () => (opened ? [opened.page] : []),
    ...dialect.beside,
  };
  const require = createWorld(folder, globals, dialect.hidden ?? []);

  /** @type {ReturnType<typeof createPage> | undefined} */
  let opened;
  if (existsSync(path.join(folder, 'app.js'))) require('app.js');
  const launch = { path: route, query: {}, scene: 1001, referrerInfo: {} };
  application.onLaunch?.(launch);
  application.onShow?.(launch);
  require(`${route}.js`);
  if (!definition) throw new Error(`${route}.js calls neither Page nor Component`);
  opened = createPage(definition, route, watch.changed);
  const template = readTemplate(path.join(folder, `${route}.${dialect.template}`), folder, dialect);
  opened.open();
  const { page } = opened;

  const render = () => template.render(page.data);
  const shownAs = (/** @type {string} */ name) =>
    findAll(render(), ({ attributes }) => hasClass(attributes, name)).map(textOf);

  /** @param {import('./template.mjs').Shown} node @param {string} type @param {object} detail */
  function dispatch(node, type, detail) {
    if (node.attributes.disabled && node.attributes.disabled !== 'false') {
      throw new Error(`"${textOf(node)}" cannot be used: it is disabled`);
    }
    const handler = eventsOf(node.attributes)[type];
    if (!handler) throw new Error(`<${node.tag}> "${textOf(node)}" has no handler for ${type}`);
    if (typeof page[handler] !== 'function') throw new Error(`the page has no function ${handler} for ${type}`);
    const target = { id: node.attributes.id ?? '', dataset: datasetOf(node.attributes), offsetLeft: 0, offsetTop: 0 };
    phone.thread.run(() =>
      page[handler]({ type, detail, target, currentTarget: target, timeStamp: Date.now(), touches: [], mark: {} }),
    );
  }

  const mini = {
    folder,
    phone,
    render,
    dialect,
    complaints,
    /** Waits until what is shown is so. */
    until: (/** @type {string} */ what, /** @type {() => boolean | Promise<boolean>} */ isSo) =>
      watch.until(what, isSo, () => textOf(render())),
    state: () => shownAs('state').join(),
    latency: () => shownAs('latency').join(),
    lines: () => shownAs('line'),
    press(/** @type {string} */ label) {
      dispatch(
        find(render(), (node) => node.tag === 'button' && textOf(node).includes(label)),
        'tap',
        {},
      );
    },
    type(/** @type {string} */ value) {
      dispatch(
        find(render(), (node) => node.tag === 'input'),
        'input',
        { value, cursor: value.length },
      );
    },
    /** Writes into the field and sends it. @param {string} text */
    say(text) {
      mini.type(text);
      mini.press('Send');
      return text;
    },
    background: () => phone.background(),
    foreground: () => phone.foreground(),
    close: () => /** @type {any} */ (opened).close(),
  };
  return mini;
}

/** @param {Record<string, any>} attributes */
export function classesOf({ class: given }) {
  return [given ?? ''].flat().join(' ').split(/\s+/);
}

/** @param {Record<string, any>} attributes @param {string} name */
const hasClass = (attributes, name) => classesOf(attributes).includes(name);

/** @param {import('./template.mjs').Shown | string} node @returns {string} */
export function textOf(node) {
  return typeof node === 'string' ? node : node.children.map(textOf).join(' ').trim();
}

/** @param {import('./template.mjs').Shown} from @param {(node: import('./template.mjs').Shown) => boolean} fits @returns {import('./template.mjs').Shown[]} */
export function findAll(from, fits) {
  const below = from.children.flatMap((child) => (typeof child === 'string' ? [] : findAll(child, fits)));
  return fits(from) ? [from, ...below] : below;
}

/** @param {import('./template.mjs').Shown} from @param {(node: import('./template.mjs').Shown) => boolean} fits */
function find(from, fits) {
  const [found] = findAll(from, fits);
  if (!found) throw new Error(`the page does not show it: ${fits}; it shows: ${textOf(from)}`);
  return found;
}

/** @param {Record<string, any>} attributes */
function datasetOf(attributes) {
  const entries = Object.entries(attributes).filter(([name]) => name.startsWith('data-'));
  return Object.fromEntries(
    entries.map(([name, value]) => [name.slice(5).replace(/-(\w)/g, (_, letter) => letter.toUpperCase()), value]),
  );
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
