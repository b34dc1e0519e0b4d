// @ts-check
/** What a reader and a user of a bundle are spared: each gate finds what is planted. */
import { describe, expect, test } from 'vitest';
import { compareHostMembers, hostMembers } from '../../codegen/proof/host-methods.mjs';
import { prove } from '../../codegen/proof/prove.mjs';
import proveAll from '../../codegen/proof/worker.mjs';

const HEAD = 'function connect(options) {\n';
const TAIL = '}\nmodule.exports = connect;\n';
const facts = { isCallable: true, globals: ['wx'], foreign: [], unknown: ['platform'] };

/** @param {string} code @param {{ isMinified?: boolean }} [form] */
const proveText = (code, form = {}) => prove({ ...facts, file: 'dist/wechat.js', code, isModule: false, ...form });

describe('a statement without effect', () => {
  test.each(['options;', 'options.url;', "'text' + 1;", 'this;', 'options === 1;'])('is found: %s', (statement) => {
    expect(proveText(`${HEAD}  wx.send();\n  ${statement}\n${TAIL}`)).toEqual([
      'dist/wechat.js:3:3 - this statement has no effect: leave it out.',
    ]);
  });

  test('is no directive, no call and no assignment', () => {
    expect(proveText(`'use strict';\n${HEAD}  options.a = 1;\n  wx.send();\n  options.a++;\n${TAIL}`)).toEqual([]);
  });
});

describe('two comments for one function', () => {
  const two = `/** What a file is about. */\n\n/** Connects. */\n${HEAD}${TAIL}`;

  test('are found', () => {
    expect(proveText(two)).toEqual(['dist/wechat.js:3:1 - two comments for one thing: keep that of the function.']);
  });

  test('are no comment of a function and one inside it', () => {
    expect(proveText(`/** Connects. */\n${HEAD}  /** Once. */\n  wx.send();\n${TAIL}`)).toEqual([]);
  });
});

describe('a message', () => {
  test('that names what users of the bundle do not have is found', () => {
    expect(proveText(`${HEAD}  throw new TypeError('platform must be given');\n${TAIL}`)).toEqual([
      'dist/wechat.js:2:23 - this text names "platform", which users of this bundle do not have.',
    ]);
  });

  test('may have it in the word of another name, and in a name that is no sentence', () => {
    expect(proveText(`${HEAD}  return ['platform', 'a crossplatform text'];\n${TAIL}`)).toEqual([]);
  });

  test('that is put together only when it is said is found too', async () => {
    const said = `${HEAD}  var name = 'platform';\n  throw new TypeError(name + ' is missing');\n${TAIL}`;
    const texts = { '.js': said };
    expect(await proveAll({ ...facts, name: 'wechat', isGiven: false, texts })).toContain(
      'dist/wechat.js:1:1 - its error names "platform", which users of this bundle do not have: platform is missing',
    );
  });
});

describe('the methods of the host', () => {
  const [bound, given] = [['wx'], []];

  test('are read off a global, and off what options hold', () => {
    expect(hostMembers('wx.send(); if (wx.onShow) wx.send(); other.close();', bound)).toEqual(['onShow', 'send']);
    expect(hostMembers('options.platform.send(); options.other.close();', given)).toEqual(['send']);
  });

  test('that the minified form has by another name are found', () => {
    const bundle = { name: 'wechat', readable: 'wx.connectSocket(a);', minified: 'wx.t(a)', globals: bound };
    expect(compareHostMembers(bundle)).toEqual([
      'dist/wechat.min.js:1:1 - of its host it lacks connectSocket and has t beside dist/wechat.js: a name of the host was shortened.',
    ]);
    expect(compareHostMembers({ ...bundle, minified: 'wx.connectSocket(a)' })).toEqual([]);
  });

  test('are compared of every bundle that has a host', async () => {
    const texts = { '.js': `${HEAD}  wx.send();\n${TAIL}`, '.min.js': 'function a(){wx.t()}module.exports=a' };
    const problems = await proveAll({ ...facts, name: 'wechat', isGiven: false, texts });
    expect(problems.join()).toContain('lacks send and has t');
  });
});
