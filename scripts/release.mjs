// @ts-check
/**
 * Releases the version of package.json: checks everything, packs, says what would go out and what changed, publishes.
 *
 *   npm run release -- --dry-run   all of it but publishing
 *   npm run release                from a clean work tree
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { differences, lastRelease, sizesAt, sizesIn, uncommitted } from './release/changes.mjs';
import { packForPublishing } from './release/pack.mjs';
import { releaseNotes } from './release-notes.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (/** @type {string} */ name) => readFileSync(path.join(ROOT, name), 'utf8');

const args = process.argv.slice(2);
const isDry = args.includes('--dry-run');
const foreign = args.filter((arg) => arg !== '--dry-run');
if (foreign.length > 0) stop(`Unknown argument ${foreign[0]}. It takes --dry-run or nothing.`);

const manifest = JSON.parse(read('package.json'));
const tag = `v${manifest.version}`;
const folder = mkdtempSync(path.join(tmpdir(), 'mde-release-'));
try {
  const notes = notesOf(tag);
  const blockers = [...notes.problems, ...problemsOf(manifest)];
  heading('Checks (.ci/run)');
  const gate = spawnSync('bash', ['.ci/run'], { cwd: ROOT, stdio: 'inherit' });
  if (gate.status !== 0) blockers.push('.ci/run failed: see above.');

  heading(`${manifest.name} ${manifest.version}: what goes out`);
  const packed = packForPublishing(folder);
  const sizes = sizesIn(packed.content);
  for (const [file, size] of sizes) console.log(`${String(size).padStart(8)}  ${file}`);
  console.log(`${sizes.size} files, ${statSync(packed.tarball).size} bytes packed`);
  tellChanges(sizes);
  heading('CHANGELOG.md says');
  console.log(notes.text);

  if (blockers.length > 0) {
    heading('In the way');
    for (const blocker of blockers) console.log(`- ${blocker}`);
    process.exitCode = 1;
  } else if (isDry) console.log('\nNothing is in the way. It was not published: --dry-run.');
  else publish(packed.tarball);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} version */
function notesOf(version) {
  try {
    return {
      text: releaseNotes(version, { version: manifest.version, changelog: read('CHANGELOG.md') }),
      problems: [],
    };
  } catch (error) {
    return { text: '', problems: [/** @type {Error} */ (error).message] };
  }
}

/** @param {Record<string, any>} fields */
function problemsOf({ repository }) {
  const changes = uncommitted();
  return [
    ...(changes ? [`There are changes that are not committed:\n${changes}`] : []),
    ...(lastRelease() === tag
      ? [`${tag} is out already: raise the version in package.json, core and CHANGELOG.md.`]
      : []),
    ...(repository
      ? []
      : ['package.json has no "repository": npm refuses provenance without it. Its owner knows the address.']),
  ];
}

/** @param {import('./release/changes.mjs').Sizes} sizes */
function tellChanges(sizes) {
  const last = lastRelease();
  heading(last ? `Changed since ${last}` : 'Changed: no tag v… before this commit, so everything is new');
  if (last) for (const line of differences(sizesAt(last), sizes)) console.log(line);
}

/** @param {string} tarball */
function publish(tarball) {
  const options = process.env.CI ? ['--provenance'] : [];
  const { status } = spawnSync('npm', ['publish', tarball, '--access', 'public', ...options], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

/** @param {string} text */
function heading(text) {
  console.log(`\n== ${text}`);
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(2);
}
