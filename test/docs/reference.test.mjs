// @ts-check
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeSpans } from './markdown.mjs';
import { english, root, rowsOf, samplesOf } from './readmes.mjs';
import { complaints, declared, forUniTarget } from './samples.mjs';

const require = createRequire(import.meta.url);

describe('the README against the built package', () => {
  const names = declared();
  const host = { connectSocket: () => undefined };

  test('every sample is correct by the typings', () => {
    expect(complaints(samplesOf(english).map((code) => forUniTarget(code, 'MP-WEIXIN')))).toEqual([]);
  });

  test('a sample with a misspelt option would be noticed', () => {
    const wrong = samplesOf(english).map((code) => code.replace('reconnectTimeout', 'reconnectTimeOut'));
    expect(complaints(wrong.map((code) => forUniTarget(code, 'MP-WEIXIN')))).toHaveLength(1);
  });

  test('the option table has every option', () => {
    const listed = rowsOf('`platform`').map(([option]) => codeSpans(option)[0]);
    expect([...listed].sort()).toEqual([...names.Options, ...names.Settings].sort());
  });

  test('the option table has the real defaults', async () => {
    const MdeWebsocket = require(resolve(root, 'dist/index.js'));
    const task = await MdeWebsocket({ platform: host, params: { url: 'ws://127.0.0.1' } });
    task.close();
    for (const [option, , shown] of rowsOf('`platform`')) {
      const name = codeSpans(option)[0];
      if (name === 'platform' || name === 'params') continue;
      const literal = codeSpans(shown)[0];
      expect([name, task.opts[name] ?? null]).toEqual([
        name,
        literal === undefined ? null : literal === 'Infinity' ? Infinity : JSON.parse(literal),
      ]);
    }
  });

  test('the task table has every member', () => {
    const listed = rowsOf('`onOpen` `onMessage` `onError` `onClose` `onReconnect`').flatMap(([member]) =>
      codeSpans(member),
    );
    expect(listed.map((member) => member.replace(/\(.*/, '')).sort()).toEqual([...names.Task].sort());
  });

  test('the event tables have every event with its fields, and every cause', () => {
    const events = rowsOf('`open`');
    expect(events.map(([event]) => codeSpans(event)[0])).toEqual(names.TaskEvents);
    for (const [event, payload] of events) {
      const name = codeSpans(event)[0];
      const fields = codeSpans(payload)[0].match(/\w+/g);
      expect(fields).toEqual(names[`${name[0].toUpperCase()}${name.slice(1)}Event`]);
    }
    expect(rowsOf('`host`').map(([cause]) => codeSpans(cause)[0])).toEqual(names.CloseCause);
  });
});
