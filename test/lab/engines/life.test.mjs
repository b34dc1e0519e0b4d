// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enginesAtHand } from '../../../lab/engines/catalogue.mjs';
import { expectedOn } from '../../../lab/engines/expected.mjs';
import { judge } from '../../../lab/engines/judge.mjs';
import { bundles, programOf, root, subjectsOf } from '../../../lab/engines/program.mjs';

const engines = await enginesAtHand();
const [{ run }] = engines;

describe.each(engines)('in $name', (engine) => {
  test.each(bundles)('%s connects, notices a loss, comes back and closes', (bundle) => {
    const subjects = subjectsOf(bundle);
    const { passed, total, mistakes } = judge(subjects, engine.run(programOf(bundle)));
    expect(mistakes).toEqual([]);
    expect(passed).toBe(total);
    expect(total).toBe(subjects.length * Object.keys(expectedOn('task')).length);
  });
});

describe('a bundle that is broken is found out', () => {
  const bundle = 'dist/wechat.js';
  const code = readFileSync(join(root, bundle), 'utf8');

  /** What is wrong with the bundle after a change. @param {string | RegExp} from @param {string} to */
  function mistakesAfter(from, to) {
    const changed = code.replace(from, to);
    expect(changed).not.toBe(code);
    return judge(subjectsOf(bundle), run(programOf(bundle, changed))).mistakes.join('\n');
  }

  test('that pings with something else', () => {
    expect(mistakesAfter("'heartbeat'", "'ping'")).toMatch(/host, native Promise: heartbeat/);
  });

  test('that waits longer before it reconnects', () => {
    expect(mistakesAfter('reconnectTimeout: 2000', 'reconnectTimeout: 3000')).toMatch(
      /Promise over setTimeout: reconnect/,
    );
  });

  test('that does not load', () => {
    expect(mistakesAfter('module.exports', 'nowhere.exports')).toMatch(/native Promise: load/);
  });

  test('that is no JavaScript to the engine', () => {
    expect(() => run(programOf(bundle, 'var class = 1;'))).toThrow('variable name expected');
  });
});

describe('an output that lacks something is no success', () => {
  const subjects = subjectsOf('dist/wechat.js');
  const output = run(programOf('dist/wechat.js'));
  const lines = output.split('\n');

  test('a check that is missing', () => {
    expect(judge(subjects, lines.slice(0, -1).join('\n')).mistakes).toHaveLength(1);
    expect(judge(subjects, '').mistakes).toHaveLength(lines.length);
  });

  test('a check twice, a check that nobody asked for, and text that is no check', () => {
    for (const extra of [lines[0], '{"story":"other","check":"load","saw":[]}', 'Segmentation fault']) {
      expect(judge(subjects, `${output}\n${extra}`).mistakes).toHaveLength(1);
    }
  });
});
