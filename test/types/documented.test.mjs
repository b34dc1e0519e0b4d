// @ts-check
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readBundles } from '../../codegen/bundles.mjs';

const root = new URL('../..', import.meta.url);
const bundles = readBundles(root.pathname);

/**
 * Every public name of a file of declarations, its comment, and the interface it belongs to. Shapes without a name, in the
 * place of a parameter, are explained by what they are a parameter of.
 *
 * @param {string} name
 */
function declared(name) {
  const file = ts.createSourceFile(name, readFileSync(new URL(`dist/${name}`, root), 'utf8'), 99, true);
  /** @type {{ path: string, owner: string, comment: string, node: ts.Node }[]} */
  const found = [];
  for (const statement of file.statements.filter((one) => !ts.isModuleDeclaration(one))) {
    const own =
      /** @type {any} */ (statement).name ?? /** @type {any} */ (statement).declarationList?.declarations[0].name;
    if (!own) continue;
    found.push({ path: own.text, owner: own.text, comment: commentOf(statement), node: statement });
    for (const member of ts.isInterfaceDeclaration(statement) ? statement.members : []) {
      const path = `${own.text}.${member.name?.getText() ?? 'new'}`;
      found.push({ path, owner: own.text, comment: commentOf(member), node: member });
    }
  }
  return found;
}

/** @param {ts.Node} node */
function commentOf(node) {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((comment) => comment.getText())
    .join('\n');
}

/** @param {string} name */
const withoutComment = (name) => declared(name).filter(({ comment }) => !comment);

const given = bundles.filter(({ platform }) => platform?.manifest.host === 'given').map(({ name }) => name);
const bound = bundles.filter(({ platform }) => platform && !given.includes(platform.name) && platform.global);

describe('every public name has a comment', () => {
  test.each(given)('in %s.d.ts', (name) => {
    expect(withoutComment(`${name}.d.ts`).map(({ path }) => path)).toEqual([]);
  });

  const ours = new Set(given.flatMap((name) => declared(`${name}.d.ts`).map(({ owner }) => owner)));
  test.each(bound.map(({ name }) => name))("in %s.d.ts, but for what the host's own typings leave out", (name) => {
    const names = withoutComment(`${name}.d.ts`).filter(
      ({ owner }) => ours.has(owner) && !['SocketTask', 'ConnectParams'].includes(owner),
    );
    expect(names.map(({ path }) => path)).toEqual([]);
  });
});

describe('a comment says all that one needs', () => {
  const all = given.flatMap((name) => declared(`${name}.d.ts`));

  const settings = all.filter(({ owner, path }) => /^(Settings|WebSocketOptions|BackoffOptions)\./.test(path) && owner);
  test.each(settings.map(({ path, comment }) => [path, comment]))('the default of %s', (_, comment) => {
    expect(comment).toMatch(/\bDefault\b/);
  });

  const times = settings.filter(({ path }) => /(Timeout|Every|Uptime|\.min|\.max)$/.test(path));
  test.each(times.map(({ path, comment }) => [path, comment]))('the unit of %s', (_, comment) => {
    expect(comment).toMatch(/\bmilliseconds\b/i);
  });

  const handlers = all.filter(({ path }) => /^(Task\.on[A-Z]|Message\.|CloseOptions\.|SocketInstance\.on)/.test(path));
  const calls = handlers.filter(({ comment, path }) => !/(data|code|reason)$/.test(path) && comment);
  test.each(calls.map(({ path, comment }) => [path, comment]))('when %s is called', (_, comment) => {
    expect(comment).toMatch(/called/i);
  });

  const methods = all.filter(({ path, node }) => {
    const isMethod = /^(Task|SocketInstance|WebSocketClass)\./.test(path) && ts.isMethodSignature(node);
    return (isMethod && !/\.(remove|dispatch)/.test(path)) || ts.isFunctionDeclaration(node);
  });
  const named = new Map(methods.map(({ path }) => [path, methods.filter((one) => one.path === path)]));
  test.each([...named])('an example of %s', (_, overloads) => {
    expect(overloads.map(({ comment }) => comment).join('\n')).toContain('@example');
  });

  test.each(bound.map(({ name }) => name))('the document of the host on which params rest, in %s.d.ts', (name) => {
    const params = declared(`${name}.d.ts`).find(({ path }) => path === 'ConnectParams');
    expect(params?.comment).toMatch(/@see https:/);
  });
});
