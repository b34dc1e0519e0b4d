// @ts-check
/** The bundles of the class, each with the hosts it is for. */
import { READABLE as TASKS } from '../subjects.mjs';
import { SOCKETS } from './game.mjs';

/** The hosts of the tasks' storms by their names there; a socket is one of several on Alipay unless it is told. @type {[string, string, boolean?][]} */
const HOSTS = [
  ['wechat', 'class, wechat'],
  ['baidu', 'class, baidu'],
  ['alipay, multiple', 'class, alipay'],
  ['alipay, one socket', 'class, alipay, one socket', false],
  ['universal, like wx', 'class, universal, like wx'],
  ['universal, like my', 'class, universal, like my', true],
  ['universal, like my', 'class, universal, like my, one socket', false],
  ['universal, promises', 'class, universal, promises'],
  ['universal, nothing returned', 'class, universal, nothing returned'],
];

/** Each kind of host once, for the readable bundles. @type {import('../subjects.mjs').Subject[]} */
export const READABLE = HOSTS.map(([host, name, multiple]) => {
  const subject = TASKS.find((one) => one.name === host);
  if (!subject) throw new TypeError(`There is no host "${host}" in lab/storm/subjects.mjs`);
  const bundle = subject.bundle === 'index' ? 'websocket' : /** @type {'wechat'} */ (`${subject.bundle}-websocket`);
  return { ...subject, name, bundle, multiple: multiple ?? subject.multiple, game: SOCKETS };
});

export const SUBJECTS = READABLE.flatMap((readable) => [
  readable,
  { ...readable, name: `${readable.name}, minified`, isMinified: true },
]);
