// @ts-check
/** What is in the scripts that a build tool made. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { walk } from '../../../codegen/proof/walk.mjs';
import { readPlaces } from '../../behaviour/read.mjs';
import { root } from '../../subjects.mjs';

/** Methods by which a socket is had; asked of a host that is not there, they are another platform's. */
const SOCKET = /^(connectSocket|onSocket\w+|offSocket\w+|sendSocketMessage|closeSocket)$/;

/** Global names of all hosts: `wx`, `my`, … */
const GLOBALS = [...new Set(readPlaces(root).flatMap(({ global }) => global ?? []))];

/** What lies beside the scripts that a tool made: packages, sources, settings. */
const NOT_BUILT = /^(node_modules|src|config|\.wechat)[\\/]|^[\w.]+\.config\.js$/;

/** @param {string} folder @returns {string[]} the scripts in it that were built */
export function scriptsOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.js') && !NOT_BUILT.test(file))
    .map((file) => path.join(folder, file));
}

/**
 * @param {string[]} files
 * @param {number | 'latest'} level the newest ECMAScript that the target takes
 * @returns {string[]} what is newer
 */
export function tooNew(files, level) {
  return files.flatMap((file) => {
    try {
      parseScript(file, level);
      return [];
    } catch (error) {
      return [`${path.basename(file)}: ${/** @type {Error} */ (error).message}`];
    }
  });
}

/**
 * @param {string[]} files
 * @param {string | undefined} own the one global that may be asked for sockets
 * @returns {string[]} places where another platform is asked
 */
export function foreignCalls(files, own) {
  /** @type {string[]} */
  const found = [];
  for (const file of files) {
    walk(parseScript(file, 'latest'), ({ type, object, property, computed }) => {
      if (type !== 'MemberExpression' || object.type !== 'Identifier' || !GLOBALS.includes(object.name)) return;
      const name = computed ? property.value : property.name;
      // A framework's own copy of a host has a name that a minifier gave it: only a method's name is sure.
      if (object.name !== own && SOCKET.test(String(name)))
        found.push(`${path.basename(file)}: ${object.name}.${name}`);
    });
  }
  return found;
}

/** @param {string} file @param {number | 'latest'} level */
function parseScript(file, level) {
  const code = readFileSync(file, 'utf8');
  const isModule = /^\s*(import|export)\b/m.test(code);
  return parse(code, {
    ecmaVersion: /** @type {any} */ (level),
    sourceType: isModule && level !== 5 ? 'module' : 'script',
    allowReturnOutsideFunction: true,
    locations: true,
  });
}
