// @ts-check
/**
 * A story in an address: `?host=wechat&pingTimeout=5000&story=4200-half-open_40000-flood`, so that it can be sent.
 *
 * @typedef {{ at: number, name: string }} Strike in ms since the beginning
 * @typedef {{ host: string, options: Record<string, any>, strikes: Strike[] }} Story
 */
import { chosen, OPTIONS } from './options.mjs';
import { TROUBLES } from './troubles.mjs';

/** How long a story may be, in ms. */
export const LONGEST = 600_000;

/** The host of an address that names none, if there is such a host. */
const USUAL = 'wechat';

/** @param {Story} story */
export function writeStory({ host, options, strikes }) {
  const query = new URLSearchParams({ host });
  for (const [name, value] of Object.entries(chosen(options))) query.set(name, String(value));
  if (strikes.length > 0) query.set('story', strikes.map(({ at, name }) => `${at}-${name}`).join('_'));
  return `?${query}`;
}

/**
 * What an address says, and what in it cannot be played.
 *
 * @param {string} search
 * @param {string[]} hosts
 * @returns {Story & { unknown: string[] }}
 */
export function readStory(search, hosts) {
  const query = new URLSearchParams(search);
  /** @type {string[]} */
  const unknown = [];
  const usual = hosts.includes(USUAL) ? USUAL : hosts[0];
  const asked = query.get('host') ?? usual;
  if (!hosts.includes(asked)) unknown.push(`host=${asked}`);
  /** @type {Record<string, any>} */
  const options = {};
  for (const [name, values] of Object.entries(OPTIONS)) {
    const text = query.get(name);
    const value = values.find((one) => String(one) === text);
    if (text !== null && value === undefined) unknown.push(`${name}=${text}`);
    options[name] = value ?? values[0];
  }
  const { strikes, rest } = readStrikes(query.get('story') ?? '');
  return {
    host: hosts.includes(asked) ? asked : usual,
    options,
    strikes,
    unknown: [...unknown, ...rest.map((part) => `story=${part}`)],
  };
}

/** @param {string} text */
function readStrikes(text) {
  /** @type {Strike[]} */
  const strikes = [];
  /** @type {string[]} */
  const rest = [];
  for (const part of text.split('_').filter(Boolean)) {
    const [, at, name] = part.match(/^(\d+)-([a-z0-9-]+)$/) ?? [];
    const isKnown = TROUBLES.some((trouble) => trouble.name === name);
    const isNext = Number(at) >= (strikes.at(-1)?.at ?? 0) && Number(at) <= LONGEST;
    if (isKnown && isNext) strikes.push({ at: Number(at), name });
    else rest.push(part);
  }
  return { strikes, rest };
}
