// @ts-check
import { ts } from 'ts-morph';
import { isTested } from '../bind/tested.mjs';
import { isGuarded } from './guarded.mjs';

/**
 * Uses of what the oldest supported base library may lack, without a test that it is there.
 *
 * @param {ts.TypeChecker} checker
 * @param {import('../manifest.mjs').Platform} platform
 * @param {ts.SourceFile} file
 */
export function findUntested(checker, platform, file) {
  /** @type {{ node: ts.Node, message: string }[]} */
  const found = [];
  const floor = platform.manifest.floor?.version;
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const reason = whyMissing(checker, node, floor);
      if (reason && !isTested(node) && !isGuarded(node)) {
        const name = node.getText(file);
        found.push({ node, message: `${name} ${reason}: test it first, if (${name}) …, and do without it otherwise.` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.PropertyAccessExpression} node
 * @param {string | undefined} floor
 */
function whyMissing(checker, node, floor) {
  const symbol = checker.getSymbolAtLocation(node.name);
  if (!symbol?.declarations) return undefined;
  const tags = symbol.getJsDocTags(checker);
  const absent = tags.find((tag) => tag.name === 'absent');
  if (absent) return `may be absent ${ts.displayPartsToString(absent.text).replace(/\.?\s+Source:[\s\S]*/, '')}`;
  const version = newest([
    ...tags
      .filter((tag) => tag.name === 'version' || tag.name === 'since')
      .map((tag) => ts.displayPartsToString(tag.text)),
    ...documentedVersions(ts.displayPartsToString(symbol.getDocumentationComment(checker))),
  ]);
  if (!version || !floor || compareVersions(version, floor) <= 0) return undefined;
  return `needs base library ${version}, newer than the floor ${floor} of platform.json`;
}

/**
 * WeChat's typings say 需要基础库： `2.1.2`; where they speak of plugins (在插件中使用) the colon is elsewhere.
 *
 * @param {string} comment
 */
function documentedVersions(comment) {
  return [...comment.matchAll(/需要基础库：\s*`?(\d+(?:\.\d+)+)/g)].map((match) => match[1]);
}

/** @param {string[]} texts */
function newest(texts) {
  const versions = texts.flatMap((text) => /\d+(?:\.\d+)+/.exec(text)?.[0] ?? []);
  return versions.sort(compareVersions).pop();
}

/**
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
