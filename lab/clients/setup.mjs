// @ts-check
/** Installs what the chosen cases need: this folder's packages by npm, brokers by apt. What cannot be had is said. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lab } from './program/library.mjs';

/** @type {Record<string, { debian: string, file: string }[]>} */
const PROGRAMS = {
  mosquitto: [{ debian: 'mosquitto', file: '/usr/sbin/mosquitto' }],
  cutMosquitto: [{ debian: 'mosquitto', file: '/usr/sbin/mosquitto' }],
  rabbitmq: [{ debian: 'rabbitmq-server', file: '/usr/lib/rabbitmq/bin/rabbitmq-server' }],
  natsCluster: [{ debian: 'nats-server', file: '/usr/sbin/nats-server' }],
  socketIoCluster: [{ debian: 'redis-server', file: '/usr/bin/redis-server' }],
};

/** @param {import('./cases.mjs').Case[]} cases @returns {string[]} sentences on what could not be installed */
export function setUp(cases) {
  return [...installPackages(), ...installPrograms(cases)];
}

/** The folder's own packages. @param {(line: string) => void} [say] @returns {string[]} */
export function installPackages(say = console.log) {
  if (isInstalled()) return [];
  say('setting up: npm ci in lab/clients');
  const { status, stdout, stderr } = spawnSync('npm', ['ci'], { cwd: lab, encoding: 'utf8' });
  return status === 0 ? [] : [`npm ci in lab/clients failed: ${lastLines(stdout + stderr)}`];
}

function isInstalled() {
  const noted = path.join(lab, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const packagesOf = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const wanted = packagesOf(path.join(lab, 'package-lock.json'));
  const present = packagesOf(noted);
  return Object.keys(wanted).every(
    (name) => name === '' || wanted[name].optional || present[name]?.version === wanted[name].version,
  );
}

/** @param {import('./cases.mjs').Case[]} cases */
function installPrograms(cases) {
  const needed = cases.flatMap(({ server }) => PROGRAMS[server] ?? []).filter(({ file }) => !existsSync(file));
  const names = [...new Set(needed.map(({ debian }) => debian))];
  if (names.length === 0) return [];
  console.log(`setting up: apt-get install ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { encoding: 'utf8', env });
  const { error, stdout, stderr } = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    {
      encoding: 'utf8',
      env,
    },
  );
  return needed
    .filter(({ file }) => !existsSync(file))
    .map(
      ({ debian }) =>
        `${debian} could not be installed by apt-get (as root, on Debian or Ubuntu): ${error?.message ?? lastLines(stdout + stderr)}`,
    );
}

/** @param {string} text */
function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' ');
}
