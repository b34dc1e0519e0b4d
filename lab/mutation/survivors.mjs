// @ts-check
/**
 * What Stryker reported, in the terms of the core: the score of each file, and the changes that no test saw.
 *
 * @typedef {{ file: string, seen: number, unseen: number, score: number }} Score
 * @typedef {{ file: string, code: string, change: string, line: string }} Survivor `line` is the first line it is in
 * @typedef {{ files: Score[], survivors: Survivor[] }} Report
 * @typedef {{ file: string, code: string, change: string, why: string }} Explanation
 */

/** In per cent. */
const LEAST = 90;
const SEEN = ['Killed', 'Timeout'];
const UNSEEN = ['Survived', 'NoCoverage'];

/** @param {{ files: Record<string, { source: string, mutants: any[] }> }} report @returns {Report} */
export function readReport({ files }) {
  const scores = Object.entries(files).map(([file, { mutants }]) => {
    const count = (/** @type {string[]} */ statuses) =>
      mutants.filter(({ status }) => statuses.includes(status)).length;
    return scoreOf(coreFile(file), count(SEEN), count(UNSEEN));
  });
  const survivors = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.filter(({ status }) => UNSEEN.includes(status)).map((mutant) => survivorOf(coreFile(file), source, mutant)),
  );
  return { files: scores, survivors };
}

/** @param {Score[]} files @returns {Score} */
export function totalOf(files) {
  const sum = (/** @type {'seen' | 'unseen'} */ key) => files.reduce((total, file) => total + file[key], 0);
  return scoreOf('all', sum('seen'), sum('unseen'));
}

/** What stands in the way of a good report. @param {Report} report @param {Explanation[]} explained @returns {string[]} */
export function problemsOf({ files, survivors }, explained) {
  const unexplained = survivors.filter((one) => !explained.some((other) => isSame(one, other)));
  const stale = explained.filter((one) => !survivors.some((other) => isSame(one, other)));
  return [
    ...(totalOf(files).score < LEAST ? [`the score is below ${LEAST} %`] : []),
    ...unexplained.map((one) => `survived, and lab/mutation/explained.mjs says nothing of it: ${tell(one)}`),
    ...stale.map((one) => `explained in lab/mutation/explained.mjs, but it did not survive: ${tell(one)}`),
  ];
}

/**
 * The same for what the platforms say.
 *
 * @param {import('./platforms.mjs').Change[]} changes
 * @param {{ fact: string }[]} explained
 */
export function factProblemsOf(changes, explained) {
  const isExplained = (/** @type {string} */ fact) => explained.some((other) => other.fact === fact);
  const unseen = changes.filter(({ by }) => !by).map(({ fact }) => fact);
  return [
    ...unseen.filter((fact) => !isExplained(fact)).map((fact) => `nobody sees it, and nothing explains it: ${fact}`),
    ...explained.filter(({ fact }) => !unseen.includes(fact)).map(({ fact }) => `explained, but it is seen: ${fact}`),
  ];
}

/** @param {string} file @param {number} seen @param {number} unseen @returns {Score} */
function scoreOf(file, seen, unseen) {
  return { file, seen, unseen, score: seen + unseen === 0 ? 100 : (100 * seen) / (seen + unseen) };
}

/** The generated program of the universal entry has the core's files, with every platform's branches in them. */
function coreFile(/** @type {string} */ file) {
  return file.replace(/^build\/universal\//, 'core/');
}

/** @param {string} file @param {string} source @param {any} mutant @returns {Survivor} */
function survivorOf(file, source, { location: { start, end }, replacement }) {
  const lines = source.split('\n');
  const code = lines.slice(start.line - 1, end.line);
  const line = code[0].trim();
  code[code.length - 1] = code[code.length - 1].slice(0, end.column - 1);
  code[0] = code[0].slice(start.column - 1);
  return { file, code: code.join('\n'), change: replacement, line };
}

/** @param {Survivor | Explanation} one @param {Survivor | Explanation} other */
function isSame(one, other) {
  return one.file === other.file && one.code === other.code && one.change === other.change;
}

/** @param {Survivor | Explanation} one */
function tell(one) {
  const text = `${one.file}: "${one.code}" becomes "${one.change}"`;
  return 'line' in one ? `${text}, in ${one.line}` : text;
}
