// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FILE_COMMENT } from '../draft.mjs';

/** What the index is, and a part that does not say it itself. */
const CONNECTION = 'A WebSocket connection that stays up';

/** Parameters of the function that WeChat wraps around a module: a file that declares them again does not load there. */
const WRAPPED = ['WebSocket', 'URL', 'document', 'fetch', 'self', 'window'];

/** How many exports the line of use shows. */
const SHOWN = 3;

/**
 * The opening comment of a readable bundle.
 *
 * @param {{ name: string, version: string, license: string }} pkg
 * @param {import('../bundles.mjs').Bundle} bundle
 * @param {string} about what it is
 * @param {'required' | 'imported'} use how it is loaded
 * @param {string[]} exported
 */
export function banner({ name, version, license }, { name: file, part, platform }, about, use, exported) {
  const from = file === 'index' ? name : `./${file}`;
  return `/*
 * ${name} ${version}, ${license} licence
 * ${about}, for ${platform ? platformPhrase(platform) : 'any host'}.
 *
 * ${lineOfUse(part, from, use, exported)}
 */
`;
}

/** @param {import('../manifest.mjs').Platform} platform */
function platformPhrase({ isGiven, manifest }) {
  return isGiven ? manifest.title.en : `${manifest.title.en} ${manifest.for ?? 'mini programs'}`;
}

/**
 * @param {string} part
 * @param {string} from
 * @param {'required' | 'imported'} use
 * @param {string[]} exported
 */
function lineOfUse(part, from, use, exported) {
  const shown = exported.filter((name) => name !== 'default' && !WRAPPED.includes(name)).slice(0, SHOWN);
  const names = part === 'index' ? 'MdeWebsocket' : `{ ${shown.join(', ')} }`;
  return use === 'required' ? `const ${names} = require('${from}');` : `import ${names} from '${from}';`;
}

/**
 * What a part is: the sentence of the comment that opens its file, if a blank line separates it from the code.
 *
 * @param {string} root
 * @param {string} part
 */
export function aboutPart(root, part) {
  const text = readFileSync(path.join(root, `core/${part}.ts`), 'utf8');
  const comment = FILE_COMMENT.exec(text)?.[1];
  return (
    comment
      ?.replace(/\s*\n\s*\*\s*/g, ' ')
      .split('. ')[0]
      .replace(/\.$/, '') ?? CONNECTION
  );
}
