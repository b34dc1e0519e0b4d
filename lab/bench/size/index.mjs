// @ts-check
/**
 * What an application ends up with: one that does nothing but import the library, bundled by the tools people use, ours
 * from the packed tarball. Every bundle is then run, and must carry a message.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { entries, peers, reference } from '../subjects/index.mjs';
import { inProjectCopy, inWorkshop } from '../workshop.mjs';
import { anatomy } from './anatomy.mjs';
import { bundlers } from './bundlers.mjs';
import { verifyBundle } from './check.mjs';
import { featuresOf } from './features.mjs';

/** @param {{ say: (line: string) => void }} how */
export function size({ say }) {
  return inWorkshop(async (folder) => {
    say('size: packing and installing the tarball');
    const app = await inProjectCopy(async (project) => installTarball(project, path.join(folder, 'app')));
    const rows = [];
    for (const subject of [...entries, ...peers]) {
      say(`size: ${subject.name}`);
      rows.push(await sizeOf(subject, app));
    }
    say('size: features');
    const features = [];
    for (const subject of [reference, ...peers]) features.push(await featuresOf(subject));
    return { rows, features, anatomy: await anatomy() };
  });
}

/** An application that has our package as users get it; the peers are found further up. @param {string} project @param {string} app */
function installTarball(project, app) {
  const tarball = execFileSync('npm', ['pack', '--silent'], { cwd: project, encoding: 'utf8' }).trim();
  const target = path.join(app, 'node_modules', 'mde-websocket');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', path.join(project, tarball), '-C', target, '--strip-components=1']);
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'app', private: true }));
  return app;
}

/** @param {import('../subjects/index.mjs').Subject} subject @param {string} app */
async function sizeOf(subject, app) {
  const entry = path.join(app, `${readdirSync(app).length}.js`);
  writeFileSync(entry, `${subject.imports}\nglobalThis.library = ${subject.uses};\n`);
  /** @type {Record<string, { minified: number, gzip: number }>} */
  const bundled = {};
  for (const [name, bundle] of Object.entries(bundlers)) {
    const code = await bundle(entry);
    await verifyBundle(`${subject.name} by ${name}`, subject, code);
    bundled[name] = { minified: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length };
  }
  return { name: subject.name, bundled };
}
