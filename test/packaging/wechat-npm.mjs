// @ts-check
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A model of what WeChat's developer tools do with npm packages.
 * Source: miniprogram-ci 2.1.42, core/original/npm/packnpm.js; developers.weixin.qq.com/miniprogram/dev/devtools/npm.html
 */

/**
 * "Build npm": a package that has a folder for mini programs is copied as it is. `exports` and `module` are not read.
 *
 * @param {string} app
 * @param {string} name
 */
export function buildNpm(app, name) {
  const from = path.join(app, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
  const folder = ['miniprogram_dist', manifest.miniprogram].find((dir) => dir && existsSync(path.join(from, dir)));
  if (!folder) throw new Error(`${name} has no folder for mini programs: its subpaths would not be built.`);
  const source = path.join(from, folder);
  cpSync(source, path.join(app, 'miniprogram_npm', name), {
    recursive: true,
    filter: (file) => !path.relative(source, file).split(path.sep).includes('node_modules'),
  });
}

/**
 * What `require` in a mini program finds: a file, the file with .js, or index.js of a folder.
 *
 * @param {string} app
 * @param {string} request
 */
export function resolveInMiniProgram(app, request) {
  const base = path.join(app, 'miniprogram_npm', request);
  return [`${base}.js`, path.join(base, 'index.js')].find((file) => existsSync(file));
}
