// @ts-check
import { describe, expect, test } from 'vitest';
import { foreignNames } from '../../codegen/proof/foreign.mjs';
import { prove } from '../../codegen/proof/prove.mjs';

const foreign = ['alipay', 'Alipay', '支付宝', 'my', 'swan'];

/**
 * @param {string} body
 * @param {Partial<import('../../codegen/proof/prove.mjs').Bundle>} [bundle]
 */
const proveBundle = (body, bundle = {}) => {
  const tail = bundle.isModule ? '' : '\nmodule.exports = connect;\n';
  const code = `function connect(options) {\n${body}\n}${tail}`;
  return prove({
    file: 'dist/wechat.js',
    code,
    isModule: false,
    isCallable: true,
    globals: ['wx'],
    foreign,
    ...bundle,
  });
};

test('a bundle that keeps every promise', () => {
  const body = '  return new Promise(function (done) { wx.connectSocket(options); setTimeout(done, Date.now()); });';
  expect(proveBundle(body)).toEqual([]);
});

describe('ES5', () => {
  test.each([
    ['const', '  const a = 1;'],
    ['an arrow function', '  return () => 1;'],
    ['a template', '  return `a`;'],
    ['a trailing comma in a call', '  options(1,);'],
    ['optional chaining', '  return options?.a;'],
  ])('%s is none', (_, body) => {
    expect(proveBundle(body)[0]).toMatch(/^dist\/wechat\.js:2:\d+ - this is no ES5: /);
  });

  test('import and export are none in CommonJS', () => {
    expect(prove({ file: 'a.js', code: 'export default 1;', isModule: false, globals: ['wx'], foreign })[0]).toContain(
      'no ES5',
    );
  });

  test('of ES2015 an ES module has import and export and nothing else', () => {
    const module = { isModule: true, file: 'dist/wechat.mjs' };
    const whole = (/** @type {string} */ code) => prove({ ...module, code, globals: ['wx'], foreign });
    expect(whole('function a() {}\nexport { a as default };\n')).toEqual([]);
    expect(whole('function a() {}\nexport { a };\nvar b = () => 1;\n')).toEqual([
      'dist/wechat.mjs:3:10 - this is no ES5: Unexpected token',
    ]);
  });
});

describe('free names', () => {
  test.each([
    'window',
    'process',
    'globalThis',
    'console',
    'global',
    'self',
    'require',
    'WeakMap',
    'Map',
    'eval',
    'Function',
    'my',
  ])('%s', (name) => {
    expect(proveBundle(`  return ${name};`)).toEqual([
      `dist/wechat.js:2:10 - "${name}" is neither ES5 nor this platform's: do without it.`,
    ]);
  });

  test('behind typeof too', () => {
    expect(proveBundle("  return typeof window === 'undefined';")).toHaveLength(1);
  });

  test('not when the name is a local one', () => {
    expect(proveBundle('  var window = 1; return window;')).toEqual([]);
  });

  test('the universal bundle has no host of its own', () => {
    expect(proveBundle('  return wx;', { globals: [] })).toHaveLength(1);
    expect(proveBundle('  return options.platform;', { globals: [] })).toEqual([]);
  });

  test('of an adapter its globals, and no others', () => {
    const globals = ['WebSocket', 'document'];
    expect(proveBundle('  return [new WebSocket(options), document];', { globals })).toEqual([]);
    expect(proveBundle('  return window;', { globals })).toHaveLength(1);
  });

  test('`module` is none in an ES module', () => {
    expect(proveBundle('  return module;', { isModule: true })).toHaveLength(1);
  });

  test('a function called require, which scanners of mini programs misread', () => {
    expect(proveBundle('  function require() {}\n  return require();')[0]).toContain('"require" is declared');
  });
});

describe('names of other platforms', () => {
  test.each([
    ['in a text', "  return 'not on Alipay';", '2:10', 'this text names another platform, "alipay"'],
    ['in a Chinese text', "  return '不支持 支付宝 小程序';", '2:10', '"支付宝"'],
    ['as a member', '  return options.swan;', '2:18', 'this member has another platform\'s name, "swan"'],
    ['as a key', '  return { my: 1 };', '2:12', '"my"'],
  ])('%s', (_, body, place, words) => {
    const [problem] = proveBundle(body);
    expect(problem).toContain(`dist/wechat.js:${place} - `);
    expect(problem).toContain(words);
  });

  test('not inside a longer word', () => {
    expect(proveBundle("  return 'enemy swanky';")).toEqual([]);
  });

  test('are those of every bound platform but its own', () => {
    const title = (/** @type {string} */ en) => ({ en, zh: en });
    const platforms = /** @type {any[]} */ ([
      { name: 'one', entry: 'one', global: 'o', manifest: { title: title('One') } },
      { name: 'two', entry: 'two', global: 't', manifest: { title: title('Two') } },
      { name: 'universal', entry: 'index', isGiven: true, manifest: { title: title('Any') } },
    ]);
    expect(foreignNames(platforms[0], platforms)).toEqual(['two', 'two', 'Two', 'Two', 't']);
    expect(foreignNames(platforms[2], platforms)).toEqual([]);
  });
});

describe('loading', () => {
  /** @param {string} code */
  const load = (code) => prove({ file: 'a.js', code, isModule: false, isCallable: true, globals: ['wx'], foreign });

  test.each([
    ['at the top', 'var now = wx;', '1:11'],
    ['in a function called at once', 'var now = (function () { return wx; })();', '1:33'],
    ['in a function called with call()', 'var now = (function () { return wx; }).call(1);', '1:33'],
    ['in a test', "if (typeof wx === 'undefined') { }", '1:12'],
  ])('touches the host %s', (_, code, place) => {
    expect(load(`${code}\nmodule.exports = function () {};`)).toEqual([
      `a.js:${place} - "wx" is touched when the file is loaded: wait for a call.`,
    ]);
  });

  test('touches the host through a function of its own', () => {
    expect(load('function now() { return wx; }\nnow();\nmodule.exports = now;')).toEqual([
      'a.js:1:1 - "wx" is touched when the file is loaded: wait for a call.',
    ]);
  });

  test('starts a timer', () => {
    expect(load('try { setTimeout(0); } catch (e) {}\nmodule.exports = function () {};')[0]).toContain(
      '"setTimeout" is touched',
    );
  });

  test('fails', () => {
    expect(load('throw new Error("no");')).toEqual(['a.js:1:1 - it cannot be loaded: no']);
  });

  test('gives no function', () => {
    expect(load('exports.connect = 1;')).toEqual(['a.js:1:1 - module.exports is not the function.']);
    const part = { file: 'a.js', isModule: false, globals: [], foreign };
    expect(prove({ ...part, code: 'exports.connect = 1;' })).toEqual([]);
    expect(prove({ ...part, code: 'var connect = 1;' })).toEqual(['a.js:1:1 - it exports nothing.']);
  });
});
