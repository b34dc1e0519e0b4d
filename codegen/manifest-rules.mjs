// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The keys of a platform.json and what each must be.
 *
 * @type {Record<string, { check: (value: any) => boolean, expected: string, required?: boolean }>}
 */
const KEYS = {
  title: { check: isRecordOf(isText, ['en', 'zh']), expected: 'an object { "en", "zh" } of strings', required: true },
  for: { check: isText, expected: 'what its programs are called in English, as "mini programs"' },
  also: { check: isRecordOf(isText, ['en', 'zh']), expected: 'an object { "en", "zh" } of strings' },
  evidence: {
    check: isOneOf('documentation', 'third parties', 'browser', 'device'),
    expected: '"documentation", "third parties", "browser" or "device"',
  },
  entry: { check: isFileName, expected: 'a file name without extension' },
  host: {
    check: isHost,
    expected: '{ "global": "wx" }, { "adapter": "./host.ts", "globals": ["WebSocket"] } or "given"',
    required: true,
  },
  typings: { check: isText, expected: 'an npm package name or "./file.d.ts"' },
  types: { check: isRecordOf(isText), expected: 'an object of TypeScript types' },
  floor: { check: isFloor, expected: 'an object { "version": "1.2.3", "why": "…" }' },
  sockets: { check: isOneOf('tasks', 'single', 'either'), expected: '"tasks", "single" or "either"', required: true },
  bytes: { check: isOneOf('raw', 'base64'), expected: '"raw" or "base64"', required: true },
  names: { check: isRecordOf(isIdentifier), expected: "an object of the host's own names for methods of the port" },
  lacks: { check: isListOfNames, expected: 'a list of methods of the port that the host does not have' },
};

/** What is found out at run time where the host is handed over. */
const BOUND_ONLY = ['typings', 'types', 'floor', 'names', 'lacks'];

/**
 * What is wrong with a manifest.
 *
 * @param {string} folder where it is
 * @param {any} manifest
 * @returns {{ keys: string[], message: string }[]} each with the keys that lead to its place
 */
export function findManifestMistakes(folder, manifest) {
  const mistakes = Object.entries(manifest)
    .filter(([key, value]) => !Object.hasOwn(KEYS, key) || !KEYS[key].check(value))
    .map(([key]) => ({ keys: [key], message: mistakeAt(key) }));
  for (const [key, { required, expected }] of Object.entries(KEYS)) {
    if (required && !(key in manifest)) mistakes.push({ keys: [], message: `"${key}" is missing: add ${expected}.` });
  }
  return mistakes.length > 0 ? mistakes : findContradictions(folder, manifest);
}

/** @param {string} key */
function mistakeAt(key) {
  if (Object.hasOwn(KEYS, key)) return `"${key}" must be ${KEYS[key].expected}.`;
  return `unknown key "${key}": known are ${Object.keys(KEYS).join(', ')}.`;
}

/**
 * What keys that are each as they should be say against each other, or against the disk.
 *
 * @param {string} folder
 * @param {import('./manifest.mjs').Manifest} manifest
 */
function findContradictions(folder, manifest) {
  /** @type {{ keys: string[], message: string }[]} */
  const mistakes = [];
  const { host, typings, names = {}, lacks = [] } = manifest;
  if (host === 'given') {
    for (const key of BOUND_ONLY.filter((name) => name in manifest)) {
      const message = `"${key}" is for a host that is known at build time: leave it out, or name the host.`;
      mistakes.push({ keys: [key], message });
    }
  } else if ('adapter' in host && !existsSync(path.join(folder, host.adapter))) {
    mistakes.push({ keys: ['host', 'adapter'], message: `there is no ${host.adapter} in this folder: write it.` });
  } else if ('global' in host && !typings) {
    const message = '"typings" is missing: name the npm package that declares this global, or "./file.d.ts".';
    mistakes.push({ keys: ['host', 'global'], message });
  }
  for (const name of lacks.filter((lack) => Object.hasOwn(names, lack))) {
    mistakes.push({
      keys: ['names', name],
      message: `"lacks" says that "${name}" is not there: leave one of them out.`,
    });
  }
  const missing = typings && missingTypings(folder, typings);
  if (missing) mistakes.push({ keys: ['typings'], message: missing });
  return mistakes;
}

/**
 * @param {string} folder platforms/<name>
 * @param {string} typings
 */
function missingTypings(folder, typings) {
  if (typings.startsWith('./')) {
    if (existsSync(path.join(folder, typings))) return undefined;
    return `there is no ${typings} in this folder: write it, or name an npm package.`;
  }
  if (existsSync(path.join(folder, '../../node_modules', typings, 'package.json'))) return undefined;
  return `the typings package "${typings}" is not installed: run npm i -D -E ${typings}`;
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === 'string' && value !== '';
}

/** @param {unknown} value */
function isFileName(value) {
  return typeof value === 'string' && /^[\w-]+$/.test(value);
}

/** @param {unknown} value */
function isIdentifier(value) {
  return typeof value === 'string' && /^[A-Za-z_$][\w$]*$/.test(value);
}

/** @param {unknown} value */
function isListOfNames(value) {
  return Array.isArray(value) && value.every(isIdentifier);
}

/** @param {any} value */
function isHost(value) {
  if (value === 'given' || isRecordOf(isIdentifier, ['global'])(value)) return true;
  if (!isRecordOf(() => true, ['adapter', 'globals'])(value)) return false;
  return /^\.\/[\w-]+\.ts$/.test(value.adapter) && isListOfNames(value.globals);
}

/** @param {any} value */
function isFloor(value) {
  return isRecordOf(isText, ['version', 'why'])(value) && /^\d+\.\d+\.\d+$/.test(value.version);
}

/** @param {string[]} words */
function isOneOf(...words) {
  return (/** @type {unknown} */ value) => words.includes(/** @type {string} */ (value));
}

/**
 * @param {(member: unknown) => boolean} check
 * @param {string[]} [names] exactly these
 */
function isRecordOf(check, names) {
  return (/** @type {any} */ value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(check) &&
    (names === undefined || Object.keys(value).sort().join() === names.join());
}
