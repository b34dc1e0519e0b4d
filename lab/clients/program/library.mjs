// @ts-check
/** The library as npm would install it: packed, and unpacked beside the clients. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const lab = fileURLToPath(new URL('../', import.meta.url));
export const project = fileURLToPath(new URL('../../../', import.meta.url));
export const library = path.join(lab, 'node_modules/mde-websocket');

/** Packs what is built. */
export function installLibrary() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mde-clients-pack-'));
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: project, stdio: 'pipe' });
    rmSync(library, { recursive: true, force: true });
    mkdirSync(library, { recursive: true });
    const [tarball] = readdirSync(folder);
    execFileSync('tar', ['-xzf', path.join(folder, tarball), '-C', library, '--strip-components=1'], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const absent = ['wechat-websocket.js', 'polyfills.js'].filter(
    (file) => !existsSync(path.join(library, 'dist', file)),
  );
  if (absent.length > 0)
    throw new Error(`dist/${absent.join(', dist/')} is not in the package: run npm run build first`);
}

/** Whether a recipe, a scenario or the build imports a package: they are to find those of this folder. */
export function isPackage(/** @type {string} */ name, importer = '') {
  return /^[@\w]/.test(name) && !/^\w+:/.test(name) && !importer.includes('node_modules');
}

/** An esbuild plugin. @param {Record<string, string>} [replaced] files that are taken for modules @returns {import('esbuild').Plugin} */
export function packages(replaced = {}) {
  return {
    name: 'packages',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path: name, kind, importer, namespace, pluginData }) => {
        if (pluginData === lab || kind === 'entry-point') return;
        if (replaced[name]) return { path: replaced[name] };
        if (isPackage(name, namespace === 'provide' ? '' : importer)) {
          return build.resolve(name, { kind, resolveDir: lab, pluginData: lab });
        }
      });
    },
  };
}
