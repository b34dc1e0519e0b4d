// @ts-check
/**
 * Two network namespaces of our own, joined by a virtual cable that can be pulled. Needs root and `ip` (iproute2).
 * Their names carry the process id, so that what a killed run left behind is known and removed by the next.
 *
 * @typedef {ReturnType<typeof createNetwork>} Network
 */
import { spawnSync } from 'node:child_process';

const PREFIX = 'mde-faults';
/** Addresses that exist in documents only. Source: RFC 5737. */
const ADDRESSES = { near: '198.51.100.1', far: '198.51.100.2' };

/** Why this machine cannot do it; empty if it can. */
export function whyNot() {
  if (process.platform !== 'linux') return `${process.platform} has no network namespaces`;
  if (process.getuid?.() !== 0) return 'network namespaces want root';
  if (spawnSync('ip', ['-V']).error) return 'there is no ip command: apt-get install iproute2';
  try {
    createNetwork().remove();
    return '';
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

export function createNetwork() {
  removeLeftovers();
  const near = `${PREFIX}-near-${process.pid}`;
  const far = `${PREFIX}-far-${process.pid}`;
  const network = {
    near,
    far,
    address: ADDRESSES.far,
    /** Pulls the cable: packets are dropped, and neither side is told. */
    drop: () => ip('-n', far, 'link', 'set', 'cable', 'down'),
    restore: () => ip('-n', far, 'link', 'set', 'cable', 'up'),
    /** The namespaces of such networks that exist. */
    list: names,
    /** Takes everything away again, however far the making of it came. */
    remove: () => [near, far].forEach(removeNamespace),
  };
  try {
    ip('netns', 'add', near);
    ip('netns', 'add', far);
    ip('link', 'add', 'cable', 'netns', near, 'type', 'veth', 'peer', 'name', 'cable', 'netns', far);
    ip('-n', near, 'address', 'add', `${ADDRESSES.near}/30`, 'dev', 'cable');
    ip('-n', far, 'address', 'add', `${ADDRESSES.far}/30`, 'dev', 'cable');
    ip('-n', near, 'link', 'set', 'cable', 'up');
    ip('-n', far, 'link', 'set', 'cable', 'up');
  } catch (error) {
    network.remove();
    throw error;
  }
  return network;
}

/** @param {...string} args @returns {string} */
function ip(...args) {
  const { status, stdout, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${(stderr || String(error)).trim()}`);
  return stdout;
}

/** The cable goes with its namespaces. @param {string} name */
function removeNamespace(name) {
  spawnSync('ip', ['netns', 'delete', name]);
}

function removeLeftovers() {
  for (const name of names()) {
    if (!isRunning(Number(name.split('-').pop()))) removeNamespace(name);
  }
}

function names() {
  const all = ip('netns', 'list').split('\n');
  return all.map((line) => line.split(' ')[0]).filter((name) => name.startsWith(PREFIX));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
