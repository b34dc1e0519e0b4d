// @ts-check
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EXAMPLES } from '../../scripts/examples/catalogue.mjs';
import { root } from '../../scripts/examples/library.mjs';

const PROGRAM = path.join(root, 'scripts/examples/index.mjs');

/** @param {string[]} args */
function run(...args) {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
  return { status, lines: stderr.split('\n') };
}

test('without a name, or with a wrong one, it lists all examples', () => {
  for (const [args, sentence] of /** @type {const} */ ([
    [[], 'Which example?'],
    [['vue'], 'There is no example vue.'],
    [['wechat', 'wechat', 'x'], 'There is no example wechat wechat x.'],
  ])) {
    const { status, lines } = run(...args);
    expect(status).toBe(1);
    expect(lines[0]).toBe(sentence);
    for (const name of Object.keys(EXAMPLES)) expect(lines.some((line) => line.startsWith(`  ${name} `))).toBe(true);
  }
});

test.each([
  [['taro', 'qq'], 'The example taro has no target qq, but weapp, alipay, swan, h5.'],
  [['wechat', '--server', '8080'], '--server wants an address such as ws://192.168.1.5:8080, got 8080.'],
])('%j is refused in a sentence before anything is made', (args, sentence) => {
  expect(run(...args)).toEqual({ status: 1, lines: [sentence, ''] });
});
