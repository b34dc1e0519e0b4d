// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

test('the page of the lab says of each part what it proves, and how to run it', () => {
  const page = readFileSync(path.join(repository, 'lab/README.md'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  const rows = [...page.matchAll(/^\| \[([\w/]+)\/\]\(\1\) \| (.+) \| (?:`npm run ([\w:]+)`|–) \|$/gm)];
  const parts = readdirSync(path.join(repository, 'lab'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const top = rows.map(([, part]) => part).filter((part) => !part.includes('/'));

  expect(top.sort()).toEqual(parts.sort());
  for (const [, part, , command] of rows) {
    if (command) expect(scripts, `the command of ${part}`).toHaveProperty(command);
  }
});
