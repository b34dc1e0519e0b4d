// @ts-check
/** The playground without its page: every trouble on every host, in time of its own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import hosts from '../../docs/playground/hosts.data.mjs';
import { chosen } from '../../docs/playground/options.mjs';
import { createPlayground } from '../../docs/playground/playground.mjs';
import { readStory, writeStory } from '../../docs/playground/story.mjs';
import { FLOOD, TROUBLES, troublesOn } from '../../docs/playground/troubles.mjs';
import { figuresOf, lostOf, seenOf } from '../../docs/playground/view.mjs';
import { WORDS as en } from '../../docs/playground/words/en.mjs';
import { WORDS as zh } from '../../docs/playground/words/zh.mjs';
import { stateAt } from '../../lab/demo/drawing/facts.mjs';
import { PLATFORMS } from '../../lab/subjects.mjs';
import { root } from './readmes.mjs';

const choices = hosts.load();
const bundleOf = (/** @type {string} */ entry) => readFileSync(resolve(root, `dist/${entry}.js`), 'utf8');

/** @param {string} id @param {Record<string, any>} [options] */
async function open(id, options = {}) {
  const choice = /** @type {import('../../docs/playground/hosts.data.mjs').Choice} */ (
    choices.find((one) => one.id === id)
  );
  const playground = createPlayground({ choice, bundle: bundleOf(choice.entry), options });
  await playground.start();
  await playground.advance(10_000);
  return playground;
}

/** @param {Awaited<ReturnType<typeof open>>} playground @param {string} name */
async function strike(playground, name) {
  expect(playground.strike(name)).toBe(true);
  while (playground.trouble()) await playground.advance(500);
}

test('every platform can be picked', () => {
  const ids = choices.map(({ id }) => id);
  expect(PLATFORMS.map(({ name }) => name).filter((name) => !ids.includes(name))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(choices.map((choice) => [choice.id, choice]))('%s', (id, choice) => {
  test.each(troublesOn(choice).map(({ name }) => name))(
    'our link is back after %s, and nothing is thrown',
    async (name) => {
      const playground = await open(id);
      await strike(playground, name);
      const { entries } = playground.recorder;
      expect(
        entries.some((entry) => entry.kind === 'state' && entry.link === 'ours' && entry.state === 'waiting'),
      ).toBe(name !== 'second-task');
      expect(stateAt(entries, 'ours')).toBe('open');
      expect(figuresOf(entries, 'ours', playground.now()).state).toBe('open');
      expect(playground.errors()).toEqual([]);
    },
  );
});

test('a half-open link is noticed by the heartbeat alone: the other two lanes stay deaf', async () => {
  const playground = await open('wechat');
  await strike(playground, 'half-open');
  const states = ['ours', 'by-hand', 'bare'].map(
    (link) => figuresOf(playground.recorder.entries, link, playground.now()).state,
  );
  expect(states).toEqual(['open', 'deaf', 'deaf']);
});

test('where a message was lost it is said why', async () => {
  const playground = await open('wechat', { queueLimit: 10 });
  await strike(playground, 'flood');
  const reasons = lostOf(playground.recorder.entries, 'ours');
  const full = reasons.find(({ why }) => why === 'queue full');
  expect(full?.count).toBeGreaterThanOrEqual(FLOOD - 10);
  for (const { why } of reasons) expect(zh.why(why)).not.toBe(why);
});

test('what handlers were given is one line each, messages in a row one together', async () => {
  const playground = await open('wechat');
  await strike(playground, 'server-gone');
  const lines = seenOf(playground.recorder.entries, 'ours').map(({ event, times }) => [event, times > 1]);
  expect(lines.slice(0, 4)).toEqual([
    ['onOpen', false],
    ['onMessage', true],
    ['onClose', false],
    ['onReconnect', false],
  ]);
});

test('the same story is the same to the millisecond', async () => {
  const tell = async () => {
    const playground = await open('alipay', { reconnectTimeout: 'backoff' });
    await strike(playground, 'refused');
    await strike(playground, 'second-task');
    return playground.recorder.entries;
  };
  const first = await tell();
  expect(first.length).toBeGreaterThan(100);
  expect(await tell()).toEqual(first);
});

test('one trouble at a time', async () => {
  const playground = await open('wechat');
  expect(playground.strike('half-open')).toBe(true);
  expect(playground.strike('flood')).toBe(false);
});

describe('an address', () => {
  const story = {
    host: 'alipay',
    options: { ...readStory('', ['alipay']).options, pingTimeout: 5000, wake: false, reconnectTimeout: 'backoff' },
    strikes: [
      { at: 4200, name: 'half-open' },
      { at: 40_000, name: 'flood' },
    ],
  };

  test('is read as it was written', () => {
    const { unknown, ...read } = readStory(writeStory(story), ['wechat', 'alipay']);
    expect(read).toEqual(story);
    expect(unknown).toEqual([]);
  });

  test('names only what differs from the defaults', () => {
    expect(writeStory({ host: 'wechat', options: readStory('', ['wechat']).options, strikes: [] })).toBe(
      '?host=wechat',
    );
    expect(chosen(story.options)).toEqual({ pingTimeout: 5000, wake: false, reconnectTimeout: 'backoff' });
  });

  test('that names what is not here is told so', () => {
    const { host, strikes, unknown } = readStory('?host=nokia&pingTimeout=soon&story=9-flood_5-flood_6-earthquake', [
      'wechat',
    ]);
    expect([host, strikes]).toEqual(['wechat', [{ at: 9, name: 'flood' }]]);
    expect(unknown).toEqual(['host=nokia', 'pingTimeout=soon', 'story=5-flood', 'story=6-earthquake']);
  });
});

test('both languages have words for every trouble and lane', () => {
  for (const { name } of TROUBLES) expect([en.troubles[name], zh.troubles[name]]).not.toContain(undefined);
  expect(Object.keys(zh.lanes)).toEqual(Object.keys(en.lanes));
  expect(Object.keys(zh.state)).toEqual(Object.keys(en.state));
});
