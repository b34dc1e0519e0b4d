// @ts-check
/**
 * What each example's output must be, beyond what the catalogue says.
 *
 * @typedef {'wechat' | 'alipay' | 'baidu' | 'douyin' | 'game' | 'page'} Kind what the output runs on
 */

/** The newest ECMAScript that an example's tool leaves in its output, which our part must not raise. */
const SYNTAX = /** @type {Record<string, number>} */ ({
  taro: 5,
  'uni-app': 2020,
  mpx: 2018,
  mqtt: 2017,
  web: 2020,
});

/** @param {string} example */
export const syntaxOf = (example) => SYNTAX[example] ?? 2018;

/** @type {Record<string, { kind: Kind, own?: string }>} by the file of dist/ that is taken; `own` is its global */
const BY_ENTRY = {
  wechat: { kind: 'wechat', own: 'wx' },
  'wechat-websocket': { kind: 'wechat', own: 'wx' },
  minigame: { kind: 'game', own: 'wx' },
  alipay: { kind: 'alipay', own: 'my' },
  baidu: { kind: 'baidu', own: 'swan' },
  douyin: { kind: 'douyin', own: 'tt' },
  web: { kind: 'page' },
};

/** @param {string} entry */
export function expectedOf(entry) {
  const found = BY_ENTRY[entry];
  if (!found) throw new Error(`lab/consumers/expected.mjs does not say what ${entry} runs on`);
  return found;
}

/** What an example's code imports, or where the copied file lies. @param {import('../../scripts/examples/catalogue.mjs').Example} example @param {string} entry */
export function importedAs({ copies }, entry) {
  const copied = Object.entries(copies ?? {}).find(([from]) => /\.m?js$/.test(from));
  if (copied) return `./${copied[1]}`;
  return `mde-websocket/${entry.replace('-websocket', '/websocket')}`;
}
