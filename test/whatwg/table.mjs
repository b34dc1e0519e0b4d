// @ts-check
/** The table of deviations, made from what the tests saw. */
import { DEVIATIONS } from './deviations.mjs';
import { CASES } from './run.mjs';

/** @typedef {{ host: string, seen: Record<string, unknown> }} Result */

export const PAGES = { en: 'docs/en/reference/deviations.md', zh: 'docs/zh/reference/deviations.md' };

const WORDS = {
  en: { head: ['The standard', 'This class', 'Seen on', 'Web platform tests'], everywhere: 'every host' },
  zh: { head: ['标准', '本类', '见于', 'Web 平台测试'], everywhere: '所有宿主' },
};

/** Tests that saw something else than the standard says. @param {Record<string, unknown>} seen */
export function departures(seen) {
  return CASES.filter(({ name, expected }) => JSON.stringify(expected) !== JSON.stringify(seen[name])).map(
    ({ name }) => name,
  );
}

/** @param {Result[]} results @param {keyof typeof PAGES} language */
export function tableOf(results, language) {
  const { head, everywhere } = WORDS[language];
  const rows = DEVIATIONS.map(({ names, [language]: [standard, here] }) => {
    const hosts = new Set(
      results.filter(({ seen }) => departures(seen).some((name) => names.includes(name))).map(({ host }) => host),
    );
    const all = new Set(results.map(({ host }) => host));
    const where = hosts.size === all.size ? everywhere : [...hosts].sort().join('; ');
    return [standard, here, where, names.map((name) => `\`${name}\``).join(', ')];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
