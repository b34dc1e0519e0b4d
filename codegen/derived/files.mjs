// @ts-check
import path from 'node:path';
import { readText } from '../write.mjs';
import { fillMarked } from './marked.mjs';
import { derivePackage, stubFolders } from './package.mjs';
import { deriveReadme, READMES } from './readme.mjs';

/**
 * The files written partly by hand, with the part that follows from core/ and the platform folders brought up to date.
 *
 * @param {string} root
 * @param {import('../bundles.mjs').Bundle[]} bundles
 * @returns {Map<string, string>}
 */
export function deriveFiles(root, bundles) {
  /** @type {Map<string, string>} */
  const output = new Map();
  /**
   * @param {string} file
   * @param {(text: string) => string} derive
   */
  const update = (file, derive) => {
    const text = readText(path.join(root, file));
    if (text !== undefined) output.set(file, derive(text));
  };
  const { name } = JSON.parse(/** @type {string} */ (readText(path.join(root, 'package.json'))));
  update('package.json', (text) => derivePackage(text, bundles));
  for (const readme of READMES) update(readme, (text) => deriveReadme(readme, text, name, bundles));
  update('.gitignore', (text) => deriveIgnore(text, bundles));
  return output;
}

/**
 * The stub folders exist only while the package is packed.
 *
 * @param {string} text
 * @param {import('../bundles.mjs').Bundle[]} bundles
 */
function deriveIgnore(text, bundles) {
  const folders = stubFolders(bundles).map((folder) => `/${folder}/\n`);
  return fillMarked('.gitignore', text, '# stubs:start', '# stubs:end', folders.join(''));
}
