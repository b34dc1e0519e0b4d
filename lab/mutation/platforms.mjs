// @ts-check
/**
 * Changes each fact that a platform folder states, one at a time in a copy of the project: codegen must refuse it, or
 * the storm must see what the program then does wrong. The folders hold no code, so Stryker finds nothing in them.
 *
 * @typedef {{ fact: string, by?: string }} Change
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { readPlatforms } from '../codegen/manifest.mjs';
import { bundleAll, readSources } from '../storm/mutants/build.mjs';
import { loose } from '../storm/mutants/hunt.mjs';
import { firstWords } from '../storm/mutants/table.mjs';

/** The keys that have one of a few answers. */
const ANSWERS = { sockets: ['tasks', 'single', 'either'], bytes: ['raw', 'base64'] };
const COPIED = ['core', 'platforms', 'tsconfig.json', 'package.json', 'biome.json'];

/**
 * @param {string} root
 * @returns {Promise<Change[]>}
 */
export async function changePlatforms(root) {
  const sources = readSources(root);
  /** @type {Change[]} */
  const changes = [];
  for (const platform of readPlatforms(root)) {
    for (const { fact, file, text } of [...manifestChanges(platform), ...overlayChanges(root, platform)]) {
      changes.push({ fact, by: await seenBy(root, sources, platform.name, file, text) });
    }
  }
  return changes;
}

/** @typedef {{ fact: string, file: string, text: string }} Edit a file with one fact in it changed */

/** @param {import('../codegen/manifest.mjs').Platform} platform @returns {Edit[]} */
function manifestChanges({ name, file, isGiven, global, manifest: given }) {
  const manifest = /** @type {Record<string, any>} */ (given);
  /** @param {string} fact @param {(manifest: any) => void} change @returns {Edit} */
  const edit = (fact, change) => {
    const changed = structuredClone(manifest);
    change(changed);
    return { fact: `${name}: ${fact}`, file, text: `${JSON.stringify(changed, null, 2)}\n` };
  };
  const answers = Object.entries(ANSWERS).flatMap(([key, all]) =>
    all
      .filter((answer) => answer !== manifest[key])
      .map((answer) =>
        edit(`${key} are "${answer}"`, (changed) => {
          changed[key] = answer;
        }),
      ),
  );
  if (isGiven) return answers;
  const types = Object.keys(manifest.types ?? {}).map((type) =>
    edit(`${type} is text`, (changed) => {
      changed.types[type] = 'string';
    }),
  );
  return [
    ...answers,
    ...types,
    edit('another global', (changed) => {
      changed.host.global = `${global}2`;
    }),
    edit('a floor of 0.1.0', (changed) => {
      changed.floor.version = '0.1.0';
    }),
  ];
}

/** Each declaration of an overlay is left out. @param {string} root @param {import('../codegen/manifest.mjs').Platform} platform @returns {Edit[]} */
function overlayChanges(root, { name, overlays }) {
  return overlays.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    return declarationsIn(source).map((declaration) => ({
      fact: `${name}: ${nameOf(declaration)} is not declared`,
      file,
      text: text.slice(0, declaration.getFullStart()) + text.slice(declaration.end),
    }));
  });
}

/** What a namespace of an overlay declares. @param {ts.SourceFile} source */
function declarationsIn(source) {
  return source.statements
    .filter(ts.isModuleDeclaration)
    .flatMap(({ body }) => (body && ts.isModuleBlock(body) ? [...body.statements] : []));
}

/** @param {ts.Node} declaration */
function nameOf(declaration) {
  return `\`${/** @type {any} */ (declaration).name.text}\``;
}

/**
 * @param {string} root
 * @param {import('../storm/mutants/build.mjs').Sources} sources
 * @param {string} platform
 * @param {string} file
 * @param {string} text
 */
async function seenBy(root, sources, platform, file, text) {
  const copy = mkdtempSync(path.join(tmpdir(), 'mde-mutation-'));
  try {
    for (const part of COPIED) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
    writeFileSync(path.join(copy, file), text);
    return await judge(sources, platform, () => readSources(copy));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * @param {import('../storm/mutants/build.mjs').Sources} sources
 * @param {string} platform
 * @param {() => import('../storm/mutants/build.mjs').Sources} generate
 */
async function judge(sources, platform, generate) {
  try {
    const changed = generate();
    const own = [...changed.files].filter(([file]) => file.startsWith(`build/${platform}/`));
    const { rule, what } = loose(sources, await bundleAll(changed, new Map(own)));
    return rule && `rule ${rule}: ${firstWords(what)}`;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CodegenError') throw error;
    return `codegen: ${firstWords(error.message)}`;
  }
}
