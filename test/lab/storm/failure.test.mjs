// @ts-check
/** A storm that meets a defect: it fails, says so in few steps, and can be played again. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../lab/storm/load.mjs';
import { runStorms } from '../../../lab/storm/storm.mjs';
import { tellStory } from '../../../lab/storm/story.mjs';
import { READABLE } from '../../../lab/storm/subjects.mjs';

const [subject] = READABLE;
const bundle = readFileSync(new URL('../../../dist/wechat.js', import.meta.url), 'utf8');
const last = '    outbox.isClosed = true;\n';
const timer = '    schedule(connection, Infinity);\n';

describe('a bundle whose close() leaves the timer', () => {
  const program = compile(bundle.replace(last + timer, last), 'wx');
  const { failure } = runStorms(subject, program, { seed: 7, storms: 50 });

  test('breaks a rule', () => {
    expect(bundle).toContain(last + timer);
    expect(failure?.violation.message).toBe('rule 3 closed is closed: a timer of A runs after it was closed');
  });

  test('is told as a story of the steps that matter', () => {
    const story = tellStory(/** @type {any} */ (failure));
    expect(failure?.steps.length).toBeLessThanOrEqual(3);
    expect(story).toContain('A.close()');
    expect(story).toContain('! rule 3 closed is closed');
    expect(story).toContain(`npm run storm -- --only "wechat" --seed 7 --path ${failure?.path}`);
  });

  test('does so again by seed and path, and the bundle as it is does not', () => {
    const how = { seed: 7, storms: 1, path: failure?.path };
    expect(runStorms(subject, program, how).failure?.violation.message).toBe(failure?.violation.message);
    expect(runStorms(subject, compile(bundle, 'wx'), how).failure).toBeUndefined();
  });
});
