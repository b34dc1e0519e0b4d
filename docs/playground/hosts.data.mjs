// @ts-check
/**
 * The hosts that can be picked, from the platform folders: each bundle on its own host, as it is and in each variant.
 * Run when the site is built.
 *
 * @typedef {{
 *   id: string,
 *   title: { en: string, zh: string },
 *   entry: string,
 *   global: string,
 *   isGiven: boolean,
 *   oneSocket: boolean,
 *   losesHidden: boolean,
 *   tellsNetwork: boolean,
 *   params: Record<string, any>,
 *   behaviour: import('../../lab/emulators/host-of.mjs').Behaviour,
 * }} Choice
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, SUBJECTS } from '../../lab/subjects.mjs';

/** @type {Choice[]} */
export let data;

export default {
  watch: ['../../platforms/*/*.json'],
  /** @returns {Choice[]} */
  load: () => SUBJECTS.filter(({ isOwn, behaviour }) => isOwn && !behaviour.framework).map(choiceOf),
};

/** @param {import('../../lab/subjects.mjs').Subject} subject @returns {Choice} */
function choiceOf({ platform, variant, entry, global, isGiven, params, behaviour, ...subject }) {
  const manifest = readFileSync(path.join(root, `platforms/${platform}/platform.json`), 'utf8');
  const { en, zh } = JSON.parse(manifest).title;
  return {
    id: [platform, ...(variant ? [variant.replaceAll(' ', '-')] : [])].join('.'),
    title: { en: [en, variant].filter(Boolean).join(', '), zh: [zh, variant].filter(Boolean).join('，') },
    entry,
    global: global ?? platform,
    isGiven,
    oneSocket: subject.oneSocket,
    losesHidden: subject.losesHidden,
    tellsNetwork: subject.tellsNetwork,
    params,
    behaviour,
  };
}
