// @ts-check
import { expect, test } from 'vitest';
import { releaseNotes } from '../../scripts/release-notes.mjs';

const changelog = '# Changelog\n\n## 2.1.0\n\n### Added\n\n- This.\n\n## 2.0.0\n\nThat.\n';

test('a release has the text of its version, and of no other', () => {
  expect(releaseNotes('v2.1.0', { version: '2.1.0', changelog })).toBe('### Added\n\n- This.');
  expect(releaseNotes('v2.0.0', { version: '2.0.0', changelog })).toBe('That.');
});

test('a tag that is not the version is refused, and so is a version nothing was written about', () => {
  expect(() => releaseNotes('v2.1.1', { version: '2.1.0', changelog })).toThrow('the tag must be v2.1.0');
  expect(() => releaseNotes('v2.2.0', { version: '2.2.0', changelog })).toThrow('no section "## 2.2.0"');
  expect(() => releaseNotes('v3.0.0', { version: '3.0.0', changelog: '## 3.0.0\n\n## 2.0.0\n\nThat.' })).toThrow(
    'says nothing',
  );
});
