// @ts-check
/** What a server, or a host that passes on what a server said, might try. */

const TEXTS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'onMessage',
  'success',
  'then',
  'length',
  '',
  'null',
  '-1',
  '1e400',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"data":"__proto__","isBuffer":true,"errMsg":"constructor","code":"__proto__"}',
];

/** Texts, and the objects that a careless host would have made of them. */
export const words = [...TEXTS, ...TEXTS.filter((text) => text.startsWith('{')).map((text) => JSON.parse(text))];

/**
 * Everything that can be said with one word.
 *
 * @param {any} word
 * @returns {['Open' | 'Message' | 'Error' | 'Close', any][]}
 */
export function eventsWith(word) {
  const own = { [String(word)]: word };
  return [
    ['Message', { data: word }],
    ['Message', { data: word, isBuffer: true }],
    ['Message', { data: word, isBuffer: word }],
    ['Message', { data: { data: word, isBuffer: true } }],
    ['Message', { data: { data: word, isBuffer: own } }],
    ['Message', { data: new TextEncoder().encode(String(word)).buffer, [String(word)]: true }],
    ['Message', word],
    ['Message', own],
    ['Message', undefined],
    ['Open', { header: own }],
    ['Error', { errMsg: word, error: word, errorMessage: word, message: word }],
    ['Error', own],
    ['Error', word],
    ['Close', { code: word, reason: word, data: { code: word, reason: word } }],
    ['Close', own],
    ['Close', word],
    ['Close', null],
  ];
}

const BUILT_IN = [Object, Array, Function, String, Number, Boolean, Symbol, RegExp, Date, Error, TypeError, Promise];
const BYTES = [ArrayBuffer, Uint8Array, Object.getPrototypeOf(Uint8Array)];

/** What the language's own objects and their prototypes hold. @returns {Map<string, any>} by name */
export function builtIns() {
  const found = new Map();
  for (const type of [...BUILT_IN, ...BYTES]) {
    for (const [where, object] of Object.entries({ [type.name]: type, [`${type.name}.prototype`]: type.prototype })) {
      for (const key of Reflect.ownKeys(object)) {
        const { value, get } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(object, key));
        found.set(`${where}.${String(key)}`, value ?? get);
      }
    }
  }
  return found;
}

/** The names whose value is another now. @param {Map<string, any>} before */
export function changesSince(before) {
  const now = builtIns();
  return [...new Set([...before.keys(), ...now.keys()])].filter((name) => !Object.is(before.get(name), now.get(name)));
}
