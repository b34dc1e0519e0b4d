// @ts-check
/** The one list of what there is to prove follows from the platform folders. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memoryTransport } from '../../../lab/emulators/index.mjs';
import { FORMS, PLATFORMS, SUBJECTS, subjectOfEntry, surroundings } from '../../../lab/subjects.mjs';

const folders = readdirSync('platforms', { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);
const universal = SUBJECTS.filter(({ isGiven }) => isGiven);
const own = SUBJECTS.filter(({ isGiven }) => !isGiven);

describe('the subjects', () => {
  it('have every platform folder, and its host as it is first', () => {
    expect(PLATFORMS.map(({ name }) => name)).toEqual(folders.sort());
    for (const { name, entry } of PLATFORMS) {
      expect(subjectOfEntry(entry)).toMatchObject({ name, platform: name, host: name, variant: undefined });
    }
  });

  it('have a file in every form', () => {
    for (const { entry } of PLATFORMS) for (const form of FORMS) expect(existsSync(`dist/${entry}.${form}`)).toBe(true);
  });

  it('have names of their own', () => {
    const names = SUBJECTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('let the universal bundle meet every host of every platform', () => {
    const met = universal.map(({ host }) => host);
    const hosts = own.filter(({ behaviour }) => behaviour.emulator !== 'browser').map(({ host }) => host);
    expect(met).toEqual(expect.arrayContaining(hosts));
  });

  it('let it meet the frameworks', () => {
    const frameworks = new Set(universal.map(({ behaviour }) => behaviour.framework));
    expect([...frameworks]).toEqual(expect.arrayContaining(['Taro', 'uni', 'mpx']));
  });

  it('can all be made', () => {
    for (const { make } of SUBJECTS) expect(make({ transport: memoryTransport() }).thread.errors).toEqual([]);
  });
});

describe('what a subject finds around it', () => {
  it('is its host as a free name, or as the option platform', () => {
    for (const subject of SUBJECTS) {
      const phone = subject.make({ transport: memoryTransport() });
      const { globals, options } = surroundings(subject, phone);
      expect(globals).toMatchObject({ setTimeout: phone.thread.setTimeout, clearTimeout: phone.thread.clearTimeout });
      if (subject.isGiven) expect(options).toEqual({ platform: phone.host });
      else expect(globals).toMatchObject(phone.globals);
    }
  });
});

describe('what a host can do', () => {
  /** @param {string} name */
  const named = (name) => SUBJECTS.find((subject) => subject.name === name);

  it.each([
    ['wechat', { tellsCode: true, oneSocket: false, room: 5, canUnlisten: true, taskAtOnce: true }],
    ['alipay', { tellsCode: false, oneSocket: true, room: 1, canUnlisten: true }],
    ['alipay, multiple', { oneSocket: false, room: 5, isMode: true, params: { multiple: true } }],
    ['alipay, container', { sendsCloseOptions: false, isMode: false, variant: 'container' }],
    ['baidu', { tellsCode: false, canUnlisten: false, room: 5 }],
    ['universal, jd', { oneSocket: true, canUnlisten: false }],
    ['universal, Taro on wechat', { taskAtOnce: false, isMode: true }],
    ['universal on wechat', { isOwn: false, platform: 'universal', entry: 'index' }],
  ])('%s', (name, abilities) => {
    expect(named(name)).toMatchObject(abilities);
  });

  it('is asked of an entry that exists', () => {
    expect(() => subjectOfEntry('mars')).toThrow(/no entry "mars": .*wechat/);
  });
});
