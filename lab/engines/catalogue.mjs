// @ts-check
/** The engines, whom they stand for, and how each runs a script here. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findCommand } from './installed.mjs';
import { commandLine, ownV8, quickJs } from './shells.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ name: string, version: string, standsFor: string, run: import('./shells.mjs').Run }} Engine
 * @typedef {{ name: string, standsFor: string, missing: string }} Missing one that cannot run here, and why
 */

/** Those that the development dependencies bring: nothing else has to be installed. @returns {Promise<Engine[]>} */
export async function enginesAtHand() {
  return [
    {
      name: 'QuickJS',
      version: `quickjs-emscripten ${require('quickjs-emscripten/package.json').version}`,
      standsFor: 'engines without a JIT',
      run: await quickJs(),
    },
    {
      name: 'V8, code from text forbidden',
      version: process.versions.v8,
      standsFor: 'developer tools, phones of today',
      run: ownV8,
    },
  ];
}

/** @returns {Promise<(Engine | Missing)[]>} */
export async function allEngines() {
  return [
    jsc(),
    hermes(),
    oldV8('node6', 'Android phones of 2016'),
    oldV8('node8', 'Android phones of 2017'),
    ...(await enginesAtHand()),
  ];
}

/** @returns {Engine | Missing} */
function jsc() {
  const known = { name: 'JavaScriptCore', standsFor: 'iOS' };
  const command = findCommand('jsc');
  const missing = 'no `jsc` here: on Debian, `apt-get install libjavascriptcoregtk-4.0-bin` as root brings it';
  return command ? { ...known, version: debianVersion(command), run: commandLine(command) } : { ...known, missing };
}

/** jsc does not tell its version, but Debian does. @param {string} command */
function debianVersion(command) {
  const ask = (/** @type {string[]} */ ...args) => spawnSync('dpkg-query', args, { encoding: 'utf8' }).stdout ?? '';
  const owner = ask('--search', command).split(':')[0];
  const [, version] = /^Version: (.*)$/m.exec(ask('--status', owner)) ?? [];
  return version ? `WebKitGTK ${version.split('-')[0]}` : 'of unknown version';
}

/** @returns {Engine | Missing} */
function hermes() {
  const known = { name: 'Hermes', standsFor: 'hosts built on React Native' };
  const folders = { linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' };
  const folder = folders[/** @type {keyof typeof folders} */ (process.platform)];
  const command = fileURLToPath(new URL(`node_modules/hermes-engine-cli/${folder}/hermes`, import.meta.url));
  if (!existsSync(command))
    return { ...known, missing: 'hermes-engine-cli is not installed in lab/engines/, or has nothing for this machine' };
  return { ...known, version: require('hermes-engine-cli/package.json').version, run: commandLine(command) };
}

/** @param {string} name of the package in lab/engines/ @param {string} standsFor @returns {Engine | Missing} */
function oldV8(name, standsFor) {
  const command = fileURLToPath(new URL(`node_modules/${name}/bin/node`, import.meta.url));
  if (!existsSync(command))
    return {
      name: `V8 of ${name}`,
      standsFor,
      missing: `${name} is not installed in lab/engines/: it exists for Linux on x64`,
    };
  const { stdout } = spawnSync(command, ['-p', 'process.versions.v8'], { encoding: 'utf8' });
  return { name: 'V8', version: `${stdout.trim()} (${name})`, standsFor, run: commandLine(command) };
}
