// @ts-check
/**
 * What a `behaviour.json` must be, and the sentence if it is not. Without one a platform's bundles would run nowhere.
 */
import { FAMILIES, FRAMEWORKS } from '../emulators/host-of.mjs';
import { WORDS } from '../emulators/payloads.mjs';
import { quirkSet } from '../emulators/quirks.mjs';
import { readPlaces } from './read.mjs';

const KEYS = {
  behaviour: ['emulator', 'words', 'quirks', 'source', 'variants'],
  variant: ['emulator', 'words', 'quirks', 'source', 'framework', 'on', 'params'],
};
const EXAMPLE = '{ "emulator": "task host", "words": "wx", "quirks": {}, "source": "where that was read" }';

/** Everything that is wrong, one sentence each. @param {string} root @returns {string[]} */
export function checkBehaviour(root) {
  const places = readPlaces(root);
  return places.flatMap((place) => mistakesIn(place, places).map((sentence) => `${place.file}: ${sentence}`));
}

/**
 * @param {import('./read.mjs').Place} place
 * @param {import('./read.mjs').Place[]} places
 */
function mistakesIn({ name, behaviour }, places) {
  if (!behaviour) {
    const cure = `begin with ${EXAMPLE} (platforms/README.md says more)`;
    return [`this file is missing, so nothing runs the bundles of "${name}": ${cure}.`];
  }
  const { variants = {} } = behaviour;
  const mistakes = ofShape(behaviour, KEYS.behaviour);
  if (!behaviour.emulator) mistakes.push(`"emulator" is missing: one of ${list(FAMILIES)}.`);
  for (const [title, variant] of Object.entries(variants)) {
    const found = [...ofShape(variant, KEYS.variant), ...ofReference(variant, places)];
    mistakes.push(...found.map((sentence) => `variant "${title}": ${sentence}`));
  }
  return mistakes;
}

/** @param {any} behaviour @param {string[]} keys */
function ofShape(behaviour, keys) {
  const { emulator, words, framework, quirks, source } = behaviour;
  const strange = Object.keys(behaviour).filter((key) => !keys.includes(key));
  return [
    ...strange.map((key) => `there is no key "${key}": ${keys.join(', ')}.`),
    ...oneOf('emulator', emulator, FAMILIES, 'or write that emulator in lab/emulators/'),
    ...oneOf('words', words, WORDS, 'or write those words in lab/emulators/words/'),
    ...oneOf('framework', framework, FRAMEWORKS, 'or write that framework in lab/emulators/'),
    ...ofQuirks(quirks),
    ...(typeof source === 'string' && source ? [] : ['"source" is missing: where was it read or seen?']),
  ];
}

/** @param {any} variant @param {import('./read.mjs').Place[]} places */
function ofReference({ on }, places) {
  const known = places.map(({ name }) => name);
  return on === undefined || known.includes(on) ? [] : [`"on" is "${on}", which is none of ${known.join(', ')}.`];
}

/** @param {string} key @param {unknown} value @param {Record<string, unknown>} known @param {string} otherwise */
function oneOf(key, value, known, otherwise) {
  if (value === undefined || (typeof value === 'string' && Object.hasOwn(known, value))) return [];
  return [`"${key}" is ${JSON.stringify(value)}: give one of ${list(known)}, ${otherwise}.`];
}

/** @param {Record<string, any>} [quirks] */
function ofQuirks(quirks) {
  try {
    quirkSet(quirks);
    return [];
  } catch (error) {
    return [/** @type {Error} */ (error).message];
  }
}

/** @param {Record<string, unknown>} known */
function list(known) {
  return Object.keys(known)
    .map((name) => `"${name}"`)
    .join(', ');
}
