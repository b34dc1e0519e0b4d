// @ts-check
/** Brings what the recipes run on: Debian's packages, where this is root on Debian. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @typedef {{ name: string, isHere: () => boolean, packages: string }} Tool */

/** @param {string} command @param {...string} args */
const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Debian's own Python, for which its packages are. */
export const PYTHON = '/usr/bin/python3';
export const GO_PATH = '/usr/share/gocode';
export const TOMCAT = [
  'tomcat10-embed-core',
  'tomcat10-embed-el',
  'tomcat10-embed-websocket',
  'jakarta-annotation-api',
].map((jar) => `/usr/share/java/${jar}.jar`);

/** @type {Tool[]} */
const TOOLS = [
  {
    name: 'Go and gorilla/websocket',
    isHere: () => runs('go', 'version') && existsSync(`${GO_PATH}/src/github.com/gorilla/websocket`),
    packages: 'golang-go golang-github-gorilla-websocket-dev',
  },
  {
    name: 'websockets for Python',
    isHere: () => runs(PYTHON, '-c', 'import websockets'),
    packages: 'python3-websockets',
  },
  {
    name: 'a JDK and the embedded Tomcat 10',
    isHere: () => runs('javac', '-version') && TOMCAT.every((jar) => existsSync(jar)),
    packages: 'default-jdk-headless libtomcat10-embed-java libjakarta-annotation-api-java',
  },
  { name: 'nginx', isHere: () => runs('nginx', '-v'), packages: 'nginx-light' },
  { name: 'Caddy', isHere: () => runs('caddy', 'version'), packages: 'caddy' },
  { name: 'HAProxy', isHere: () => runs('haproxy', '-v'), packages: 'haproxy' },
];

export function setup() {
  const missing = TOOLS.filter(({ isHere }) => !isHere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages.split(' '));
  const canInstall = process.getuid?.() === 0 && runs('apt-get', '--version');
  if (canInstall) {
    console.log(`apt-get install ${packages.join(' ')}`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const { status, stderr } = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
      if (status !== 0) throw new Error(`apt-get ${args[0]} failed:\n${stderr}`);
    }
  }
  const still = TOOLS.filter(({ isHere }) => !isHere());
  if (still.length === 0) return;
  const names = still.map(({ name }) => name).join(', ');
  throw new Error(
    `The recipes cannot be run without ${names}. On Debian, as root: apt-get install ${packages.join(' ')}`,
  );
}
