// @ts-check
/**
 * The one list of what there is to prove: each bundle with each host that it has to live with, from the platform folders
 * and what they say of their hosts. Nothing else lists platforms.
 *
 * @typedef {{
 *   name: string,
 *   platform: string,
 *   title: string,
 *   entry: string,
 *   isGiven: boolean,
 *   global?: string,
 *   host: string,
 *   variant?: string,
 *   isMode: boolean,
 *   isOwn: boolean,
 *   behaviour: import('./emulators/host-of.mjs').Behaviour,
 *   params: Record<string, any>,
 *   make: import('./emulators/host-of.mjs').MakeHost,
 * } & ReturnType<typeof abilitiesOf>} Subject
 * `host` names the host with its variant; `isMode`: that variant is of the application's choosing, by `params`, by a
 * framework or by going to another host, where others are oddities; `isOwn`: the bundle is the host's own, not the universal one on another's
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlaces } from './behaviour/read.mjs';
import { checkBehaviour } from './behaviour/rules.mjs';
import { hostOf } from './emulators/host-of.mjs';
import { quirkSet } from './emulators/quirks.mjs';

export { checkBehaviour };

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const mistakes = checkBehaviour(root);
if (mistakes.length > 0) throw new Error(mistakes.join('\n'));

/** The forms in which each bundle is published. */
export const FORMS = ['js', 'mjs', 'min.js'];

const places = readPlaces(root);

/** Every platform folder: what its bundles are called, and how a bundle finds its host. */
export const PLATFORMS = places.map(({ name, entry, isGiven, global, title }) => ({
  name,
  entry,
  isGiven,
  global,
  title,
}));

/** Hosts by the name of their folder, as they are without a variant: `HOSTS.wechat({ transport })`. */
export const HOSTS = Object.fromEntries(places.map((place) => [place.name, variantsOf(place)[0].make]));

/** @type {Subject[]} */
export const SUBJECTS = places.flatMap((place) => {
  const own = variantsOf(place);
  const served = place.isGiven ? [...own, ...hostsOfOthers(place)] : own;
  return served.map((variant) => subjectOf(place, variant, own.includes(variant)));
});

/** The subject of an entry on its host as it is. @param {string} entry @returns {Subject} */
export function subjectOfEntry(entry) {
  const found = SUBJECTS.find((subject) => subject.entry === entry);
  if (!found) throw new RangeError(`There is no entry "${entry}": ${PLATFORMS.map((one) => one.entry).join(', ')}`);
  return found;
}

/**
 * What a subject's bundle finds as its free names on an emulated host, and what its options must name.
 *
 * @param {Pick<Subject, 'isGiven'>} subject
 * @param {import('./emulators/emulator.mjs').Emulator} phone
 */
export function surroundings({ isGiven }, phone) {
  const { setTimeout, clearTimeout } = phone.thread;
  return {
    globals: { ...(isGiven ? {} : phone.globals), setTimeout, clearTimeout },
    options: isGiven ? { platform: phone.host } : {},
  };
}

/** @param {import('./behaviour/read.mjs').Place} place @param {ReturnType<typeof variantsOf>[number]} variant @param {boolean} isOwn @returns {Subject} */
function subjectOf({ name: platform, title, entry, isGiven, global }, variant, isOwn) {
  const name = isOwn ? variant.host : `${platform} on ${variant.host}`;
  return { name, platform, title, entry, isGiven, global, isOwn, ...variant };
}

/** What the universal entry meets besides its own: no browser, which is no object with `connectSocket`. @param {import('./behaviour/read.mjs').Place} self */
function hostsOfOthers(self) {
  const others = places.filter(({ name }) => name !== self.name);
  return others.flatMap(variantsOf).filter(({ behaviour }) => behaviour.emulator !== 'browser');
}

/** A host as it is, and each of its variants. @param {import('./behaviour/read.mjs').Place} place */
function variantsOf(place) {
  const { behaviour } = place;
  if (!behaviour) throw new TypeError(`${place.file} is missing`);
  const { variants = {}, ...base } = behaviour;
  const all = Object.entries(variants).map(([variant, { on, ...changes }]) => {
    const ground = on ? places.find(({ name }) => name === on) : place;
    return describe(place, `${place.name}, ${variant}`, merge(ground?.behaviour ?? base, changes), {
      variant,
      params: changes.params,
      isOther: changes.emulator !== undefined,
      global: ground?.global,
    });
  });
  return [describe(place, place.name, base, {}), ...all];
}

/**
 * @param {import('./behaviour/read.mjs').Behaviour} base
 * @param {Omit<import('./behaviour/read.mjs').Variant, 'on'>} changes
 */
function merge(base, { emulator, words, framework, quirks }) {
  return {
    emulator: emulator ?? base.emulator,
    words: words ?? base.words,
    framework,
    quirks: emulator ? quirks : { ...base.quirks, ...quirks },
  };
}

/**
 * @param {import('./behaviour/read.mjs').Place} place
 * @param {string} host
 * @param {import('./emulators/host-of.mjs').Behaviour} behaviour
 * @param {{ variant?: string, params?: Record<string, any>, isOther?: boolean, global?: string }} how
 */
function describe(
  place,
  host,
  { emulator, words, quirks, framework },
  { variant, params = {}, isOther = false, global },
) {
  const behaviour = { emulator, words, quirks, framework };
  return {
    host,
    variant,
    isMode: isOther || Object.keys(params).length > 0 || framework !== undefined,
    params,
    behaviour,
    make: hostOf(global ?? place.global ?? place.name, behaviour),
    ...abilitiesOf(behaviour, params),
  };
}

/** What a host can do that tests ask for. @param {import('./emulators/host-of.mjs').Behaviour} behaviour @param {Record<string, any>} params */
function abilitiesOf({ emulator, quirks, framework }, { multiple }) {
  const { closePayload, undefinedPayloads, appOff, dropsCloseOptions, maxSockets, backgroundLoss, realm } =
    quirkSet(quirks);
  const oneSocket = emulator === 'single host' || (emulator === 'either host' && !multiple);
  return {
    /** The close event carries the code. */
    tellsCode: ['full', 'string code'].includes(closePayload) && !undefinedPayloads,
    /** There is one socket for the whole program. */
    oneSocket,
    /** Sockets that a program may have at once. */
    room: oneSocket ? 1 : /** @type {number} */ (maxSockets),
    /** The host's task exists as soon as the attempt is under way. */
    taskAtOnce: oneSocket || (framework !== 'Taro' && framework !== 'mpx'),
    /** Listeners can be taken off the host. */
    canUnlisten: emulator === 'browser' || Boolean(appOff),
    /** The host is an object, whose methods can be patched or be missing. */
    isObject: emulator !== 'browser',
    /** A header that the application gives reaches the server. */
    takesHeaders: emulator !== 'browser',
    /** What its events carry is its own affair. */
    hasOwnPayloads: emulator !== 'browser',
    /** It answers a call after it, or never, and by `fail` too. A browser throws at once or takes what it is given. */
    answersLater: emulator !== 'browser',
    /** It drops its sockets while the program is in the background. */
    losesHidden: backgroundLoss !== 'none',
    /** It tells of the network. */
    tellsNetwork: realm !== 'none',
    /** It refuses everything while the program is in the background. */
    refusesHidden: quirkSet(quirks).backgroundInterrupts,
    /** Code and reason of close() reach the host. */
    sendsCloseOptions: !dropsCloseOptions,
  };
}
