// @ts-check
/** A step of the build: every platform folder says how its host behaves, in words that the emulators know. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBehaviour } from './rules.mjs';

const mistakes = checkBehaviour(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'));
for (const mistake of mistakes) console.error(mistake);
if (mistakes.length > 0) process.exitCode = 1;
