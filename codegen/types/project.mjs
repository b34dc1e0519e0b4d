// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Project } from 'ts-morph';
import { globalsOf } from '../core.mjs';

const noHelpers = fileURLToPath(new URL('no-helpers.d.ts', import.meta.url));

/**
 * A project that sees one platform's official typings and overlays, and nothing of another.
 *
 * @param {string} root
 * @param {import('../manifest.mjs').Platform} platform
 */
export function platformProject(root, platform) {
  const project = new Project({
    tsConfigFilePath: path.join(root, 'tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
    compilerOptions: { types: typingsOf(platform), paths: { tslib: [noHelpers] } },
  });
  // The overlay first: of two overloads the earlier declared wins, and its reference brings the typings after it.
  project.addSourceFilesAtPaths(platform.overlays.map((file) => path.join(root, file)));
  project.addSourceFilesAtPaths(globalsOf(root));
  return project;
}

/**
 * The typings packages of a platform, as the compiler's `types` wants them.
 *
 * @param {import('../manifest.mjs').Platform} platform
 */
export function typingsOf({ manifest: { typings } }) {
  return typings && !typings.startsWith('./') ? [typings.replace(/^@types\//, '')] : [];
}
