// @ts-check
/**
 * Draws the READMEs' badge of the size, after the build.
 *
 *   node codegen/badge.mjs
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sizeBadge } from './derived/badge.mjs';
import { gzipped } from './sizes.mjs';
import { replaceFile } from './write.mjs';

const root = path.resolve(import.meta.dirname, '..');
const size = gzipped(readFileSync(path.join(root, 'dist/wechat.min.js'), 'utf8'));
replaceFile(path.join(root, 'docs/size-badge.svg'), sizeBadge('gzip', size));
