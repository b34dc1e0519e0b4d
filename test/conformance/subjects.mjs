// @ts-check
/**
 * What the suite runs on: each built file with each host it has to live with, in groups that are run side by side.
 *
 * @typedef {import('../../lab/subjects.mjs').Subject & { file: string }} Subject
 */
import { FORMS, SUBJECTS } from '../../lab/subjects.mjs';

/** So many files with a host are tested one after another. */
const AT_ONCE = 15;

/** Hosts whose ways contradict single tests of the suite, though they are somebody's choice. */
const ODD = ['Taro on alipay, multiple', 'mpx on wechat', 'Taro in a page'].map((variant) => `universal, ${variant}`);

/** Oddities of a host contradict single tests of the suite; these have a life of their own, which must be whole. */
const isWhole = (/** @type {import('../../lab/subjects.mjs').Subject} */ subject) =>
  (!subject.variant || subject.isMode) && !ODD.includes(subject.host);

const FOLDERS = new Set(SUBJECTS.map(({ platform }) => platform));

/** @type {Record<string, Subject[]>} */
const GROUPS = {};
for (const platform of FOLDERS) {
  const all = SUBJECTS.filter((subject) => subject.platform === platform && isWhole(subject));
  const files = all.flatMap((subject) => formsOf(subject).map((form) => withFile(subject, form)));
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const number = files.length > AT_ONCE ? ` ${1 + from / AT_ONCE}` : '';
    GROUPS[`${platform}${number}`] = files.slice(from, from + AT_ONCE);
  }
}

/** Every host that has no place in a group, in the readable form. @type {Subject[]} */
export const ODDITIES = SUBJECTS.flatMap((subject) => (isWhole(subject) ? [] : [withFile(subject, FORMS[0])]));

export const GROUP_NAMES = Object.keys(GROUPS);

/** @param {string | undefined} group @returns {Subject[]} */
export function subjectsOf(group) {
  const subjects = GROUPS[group ?? ''];
  if (!subjects) throw new RangeError(`There is no group "${group}": ${GROUP_NAMES.join(', ')}`);
  return subjects;
}

/** On a host without a folder of its own the readable form stands for all. @param {import('../../lab/subjects.mjs').Subject} subject */
function formsOf({ isOwn, host }) {
  return isOwn || FOLDERS.has(host.split(',')[0]) ? FORMS : FORMS.slice(0, 1);
}

/** @param {import('../../lab/subjects.mjs').Subject} subject @param {string} form @returns {Subject} */
function withFile(subject, form) {
  return { ...subject, file: `${process.env.MDE_DIST ?? 'dist'}/${subject.entry}.${form}` };
}
