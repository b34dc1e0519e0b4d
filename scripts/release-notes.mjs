// @ts-check
/**
 * What CHANGELOG.md says of a version, for the release of its tag; fails if tag, package.json and CHANGELOG.md differ.
 *
 *   node scripts/release-notes.mjs v2.1.0
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} tag
 * @param {{ version: string, changelog: string }} files
 */
export function releaseNotes(tag, { version, changelog }) {
  if (tag !== `v${version}`) {
    throw new Error(`The tag is ${tag || 'missing'} and package.json says ${version}: the tag must be v${version}`);
  }
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => section.split(/\s/, 1)[0] === version);
  if (!own) throw new Error(`CHANGELOG.md has no section "## ${version}": write what changed before the release`);
  const text = own.slice(own.indexOf('\n')).trim();
  if (!text) throw new Error(`CHANGELOG.md says nothing under "## ${version}": write what changed before the release`);
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (/** @type {string} */ name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  try {
    const { version } = JSON.parse(read('package.json'));
    console.log(releaseNotes(process.argv[2] ?? '', { version, changelog: read('CHANGELOG.md') }));
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
