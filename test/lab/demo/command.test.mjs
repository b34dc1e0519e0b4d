// @ts-check
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readOptions } from '../../../lab/demo/options.mjs';

const COMMAND = fileURLToPath(new URL('../../../lab/demo/index.mjs', import.meta.url));

test('the options', () => {
  expect(readOptions([], 'page.html')).toEqual({ html: 'page.html', quiet: false, help: false });
  expect(readOptions(['--quiet', '--html', 'a.html'], 'page.html')).toMatchObject({ html: 'a.html', quiet: true });
  expect(readOptions(['--html=b.html', '-h'], 'page.html')).toMatchObject({ html: 'b.html', help: true });
});

test.each([
  [['--fast'], 'There is no option "--fast". The options are --html FILE, --quiet and --help.'],
  [['page.html'], 'There is no option "page.html". The options are --html FILE, --quiet and --help.'],
  [['--html'], '--html needs the name of a file, as in --html timeline.html.'],
  [['--html='], '--html needs the name of a file, as in --html timeline.html.'],
  [['--html', '--quiet'], '--html needs the name of a file, as in --html timeline.html.'],
])('%j is refused in a sentence', (words, sentence) => {
  expect(() => readOptions(words, 'page.html')).toThrow(sentence);
});

test('a page that cannot be written is told before the story, with exit code 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, '--html', tmpdir()], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(stderr).toContain(`Cannot write the page to ${tmpdir()}: `);
  expect(stderr).toContain('Give another file with --html.');
  expect(status).toBe(2);
});

test('help is printed and nothing else happens', () => {
  const { status, stdout } = spawnSync(process.execPath, [COMMAND, '--help'], { encoding: 'utf8' });
  expect(stdout).toContain('--html FILE');
  expect(status).toBe(0);
});
