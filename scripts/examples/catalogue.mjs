// @ts-check
/**
 * What each folder of examples/ is made of, for those who run it and for those who test it.
 *
 * @typedef {object} Target
 * @property {string} entry the file of dist/ that it takes, by name: `wechat`, `alipay`, …
 * @property {string} [script] the npm script that builds it
 * @property {string} output the folder to open, seen from the example
 * @property {keyof typeof OPENERS} opens what to open it with
 *
 * @typedef {object} Example
 * @property {string} about one line for the list
 * @property {Record<string, string>} [copies] files of dist/ that a person would copy, and where to
 * @property {Record<string, Target>} targets
 */

/** How a built example is opened. `{folder}` and `{url}` are filled in. */
export const OPENERS = {
  wechat: 'WeChat DevTools, import the project {folder}',
  'wechat-npm': 'WeChat DevTools, import the project {folder}, then Tools > Build npm',
  alipay: 'Alipay Mini Program Studio, open the project {folder}',
  baidu: 'Baidu DevTools, open the project {folder}',
  douyin: 'Douyin DevTools, import the project {folder}',
  browser: 'a browser, open {url}',
};

/** @param {string} entry @param {keyof typeof OPENERS} opens @returns {Example} */
const native = (entry, opens, folder = 'utils') => ({
  about: `${OPENERS[opens].split(' ')[0]} ${folder === 'js' ? 'mini game' : 'mini program'}, with ${entry}.js copied in`,
  copies: {
    [`${entry}.js`]: `${folder}/mde-websocket.js`,
    [`${entry}.d.ts`]: `${folder}/mde-websocket.d.ts`,
  },
  targets: { [entry]: { entry, output: '.', opens } },
});

/** @param {string} name @param {string} entry @param {string} output @param {keyof typeof OPENERS} opens */
const built = (name, entry, output, opens) => ({ [name]: { entry, script: `build:${name}`, output, opens } });

/** @type {Record<string, Example>} */
export const EXAMPLES = {
  wechat: native('wechat', 'wechat'),
  'wechat-npm': {
    about: 'WeChat mini program, with the npm package',
    targets: { wechat: { entry: 'wechat', output: '.', opens: 'wechat-npm' } },
  },
  alipay: native('alipay', 'alipay'),
  baidu: native('baidu', 'baidu'),
  douyin: native('douyin', 'douyin'),
  minigame: native('minigame', 'wechat', 'js'),
  taro: {
    about: 'Taro 4 with React: WeChat, Alipay, Baidu, h5',
    targets: {
      ...built('weapp', 'wechat', 'dist/weapp', 'wechat'),
      ...built('alipay', 'alipay', 'dist/alipay', 'alipay'),
      ...built('swan', 'baidu', 'dist/swan', 'baidu'),
      ...built('h5', 'web', 'dist/h5', 'browser'),
    },
  },
  'uni-app': {
    about: 'uni-app with Vue 3: WeChat, Alipay, Baidu, h5',
    targets: {
      ...built('mp-weixin', 'wechat', 'dist/build/mp-weixin', 'wechat'),
      ...built('mp-alipay', 'alipay', 'dist/build/mp-alipay', 'alipay'),
      ...built('mp-baidu', 'baidu', 'dist/build/mp-baidu', 'baidu'),
      ...built('h5', 'web', 'dist/build/h5', 'browser'),
    },
  },
  mpx: {
    about: 'mpx: WeChat, Alipay, Baidu, web',
    targets: {
      ...built('wx', 'wechat', 'dist/wx', 'wechat'),
      ...built('ali', 'alipay', 'dist/ali', 'alipay'),
      ...built('swan', 'baidu', 'dist/swan', 'baidu'),
      ...built('web', 'web', 'dist/web', 'browser'),
    },
  },
  web: {
    about: 'a plain page, with web.mjs copied in and no build tool',
    copies: { 'web.mjs': 'mde-websocket.js', 'web.d.mts': 'mde-websocket.d.ts' },
    targets: { web: { entry: 'web', output: '.', opens: 'browser' } },
  },
  mqtt: {
    about: 'WeChat mini program with MQTT.js, over the WebSocket class',
    targets: { wechat: { entry: 'wechat-websocket', script: 'build', output: '.', opens: 'wechat' } },
  },
};

/** The list that a person sees who gave no name, or a wrong one. */
export function listExamples() {
  const width = Math.max(...Object.keys(EXAMPLES).map((name) => name.length));
  return Object.entries(EXAMPLES).map(([name, { about, targets }]) => {
    const names = Object.keys(targets);
    return `  ${name.padEnd(width)}  ${about}${names.length > 1 ? ` (targets: ${names.join(', ')})` : ''}`;
  });
}
