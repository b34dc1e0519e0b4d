// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The keys of a platform.json and what each must be.
 *
 * @type {Record<string, { check: (value: any) => boolean, expected: string, required?: boolean }>}
 */
const KEYS = {
  title: { check: isRecordOf('string', ['en', 'zh']), expected: 'an object { "en", "zh" } of strings', required: true },
  entry: { check: isName, expected: 'a file name without extension' },
  global: { check: isIdentifier, expected: 'the name of a global variable' },
  hostExpression: { check: isString, expected: 'a TypeScript expression' },
  typings: { check: isString, expected: 'an npm package name or "./file.d.ts"' },
  floor: { check: isFloor, expected: 'an object { "version": "1.2.3", "why": "…" }' },
  traits: { check: isRecordOf('boolean'), expected: 'an object of booleans', required: true },
  types: { check: isRecordOf('string'), expected: 'an object of TypeScript types' },
};

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
  if (Boolean(manifest.global) === Boolean(manifest.hostExpression)) {
    const message = 'a platform has either a "global" (the host\'s object) or a "hostExpression": give one of them.';
    mistakes.push({ keys: [], message });
  }
  if (manifest.traits?.runtimeHost !== undefined && manifest.traits.runtimeHost !== Boolean(manifest.hostExpression)) {
    const message = '"runtimeHost" is true for a platform with a "hostExpression", and false for one with a "global".';
    mistakes.push({ keys: ['traits', 'runtimeHost'], message });
  }
  if (manifest.global && !manifest.typings) {
    const message = '"typings" is missing: name the npm package that declares this global, or "./file.d.ts".';
    mistakes.push({ keys: ['global'], message });
  }
  const missing = isString(manifest.typings) && missingTypings(folder, manifest.typings);
  if (missing) mistakes.push({ keys: ['typings'], message: missing });
  return mistakes;
}

/** @param {string} key */
function mistakeAt(key) {
  if (Object.hasOwn(KEYS, key)) return `"${key}" must be ${KEYS[key].expected}.`;
  return `unknown key "${key}": known are ${Object.keys(KEYS).join(', ')}.`;
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
function isString(value) {
  return typeof value === 'string' && value !== '';
}

/** @param {unknown} value */
function isName(value) {
  return typeof value === 'string' && /^[\w-]+$/.test(value);
}

/** @param {unknown} value */
function isIdentifier(value) {
  return typeof value === 'string' && /^[A-Za-z_$][\w$]*$/.test(value);
}

/** @param {any} value */
function isFloor(value) {
  return isRecordOf('string', ['version', 'why'])(value) && /^\d+\.\d+\.\d+$/.test(value.version);
}

/**
 * @param {'string' | 'boolean'} type
 * @param {string[]} [names] exactly these
 */
function isRecordOf(type, names) {
  return (/** @type {any} */ value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((member) => typeof member === type && member !== '') &&
    (names === undefined || Object.keys(value).sort().join() === names.join());
}
