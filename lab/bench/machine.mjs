// @ts-check
/**
 * What the figures were measured on and with. Nothing here names a host, a user or a folder.
 */
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export function readMachine() {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() || 'unknown',
    cores: cores.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    v8: process.versions.v8,
  };
}

/** The versions of ours, of the peers and of the tools that measure. */
export function readVersions() {
  const own = readJson('../../package.json');
  const bench = readJson('./package.json');
  return { [own.name]: own.version, ...bench.devDependencies };
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
