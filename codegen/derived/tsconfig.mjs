// @ts-check
import { typingsOf } from '../types/project.mjs';

/**
 * The tsconfig of one generated program: its platform's typings and nothing of another's.
 *
 * @param {import('../manifest.mjs').Platform} platform
 */
export function programConfig(platform) {
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { types: typingsOf(platform) },
    include: ['.', '../../core/**/*.d.ts', ...platform.overlays.map((file) => `../../${file}`)],
    exclude: ['declarations'],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
