// @ts-check
/** The import directions of docs and architecture as rules, and what of a set of files breaks them. */
import path from 'node:path';
import ts from 'typescript';

/** From the top down: a folder of core/ imports only what stands below it, and itself. */
const LAYERS = [['entry'], ['connection', 'websocket', 'polyfills'], ['host'], ['common'], ['types'], ['port']];

/** What the folders of the repository must not import. */
const APART = {
  core: ['platforms', 'codegen', 'lab', 'scripts', 'test'],
  platforms: ['codegen', 'lab', 'scripts', 'test'],
  codegen: ['lab', 'scripts', 'test'],
  scripts: ['lab', 'test'],
  lab: ['test'],
};

/** Imports of which nothing is left at run time. */
const TYPES_ONLY = /^(import|export) type [^;]*;$/gm;

/** The folders that the rules speak of. */
export const FOLDERS = Object.keys(APART);

/**
 * The files that a file imports, types included, as paths from the root.
 *
 * @param {string} file
 * @param {string} text
 */
export function importsOf(file, text) {
  const inCode = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const inComments = [...text.matchAll(/import\('([^']+)'\)/g)].map(([, name]) => name);
  const names = [...new Set([...inCode, ...inComments])].filter((name) => name.startsWith('.'));
  return names.map((name) => {
    const whole = path.posix.join(path.posix.dirname(file), name);
    return path.posix.extname(whole) || !file.endsWith('.ts') ? whole : `${whole}.ts`;
  });
}

/**
 * Every import against the directions, and every circle in which files of core/ load each other.
 *
 * @param {Map<string, string>} files their texts by path from the root
 * @returns {string[]} a sentence each
 */
export function findBreaches(files) {
  const imports = new Map([...files].map(([file, text]) => [file, importsOf(file, text)]));
  const wrong = [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const reason = whyNot(file, target);
      return reason ? [`${file} imports ${target}: ${reason}.`] : [];
    }),
  );
  const hosts = [...files].filter(([file, text]) => takesHost(file, text));
  const loads = new Map([...files].map(([file, text]) => [file, importsOf(file, text.replace(TYPES_ONLY, ''))]));
  return [
    ...wrong,
    ...hosts.map(([file]) => `${file} takes host from the port: only core/host/ touches a host.`),
    ...findCircles(loads).map((circle) => `${circle.join(' → ')} is a circle.`),
  ];
}

/**
 * @param {string} file
 * @param {string} target
 * @returns {string | undefined}
 */
function whyNot(file, target) {
  const [from, to] = [file, target].map((name) => name.split('/')[0]);
  const apart = APART[/** @type {keyof typeof APART} */ (from)] ?? [];
  if (apart.includes(to)) return `${from}/ knows nothing of ${to}/`;
  if (from !== 'core' || to !== 'core') return undefined;
  const [above, below] = [layerOf(file), layerOf(target)];
  if (above === below && above !== 'entry') return undefined;
  if (rankOf(above) < rankOf(below)) return undefined;
  return rankOf(above) === rankOf(below) ? `${above} knows nothing of ${below}` : `${below} stands above ${above}`;
}

/** @param {string} file in core/ */
function layerOf(file) {
  const [, folder, inner] = file.split('/');
  if (inner) return folder;
  const name = folder.replace(/(\.d)?\.ts$/, '');
  return name === 'port' || name === 'types' ? name : 'entry';
}

/** @param {string} layer */
function rankOf(layer) {
  const rank = LAYERS.findIndex((names) => names.includes(layer));
  if (rank < 0) throw new Error(`core/${layer}/ has no place in the layers: add it to LAYERS in test/imports.mjs.`);
  return rank;
}

/**
 * @param {string} file
 * @param {string} text
 */
function takesHost(file, text) {
  if (!file.startsWith('core/') || file.startsWith('core/host/')) return false;
  return /import \{[^}]*\bhost\b[^}]*\} from '[./]*port'/.test(text);
}

/**
 * @param {Map<string, string[]>} imports
 * @returns {string[][]} the files of each circle, the first once more at the end
 */
function findCircles(imports) {
  /** @type {string[][]} */
  const circles = [];
  /** @type {Set<string>} */
  const done = new Set();
  /** @param {string} file @param {string[]} way */
  const visit = (file, way) => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) if (file.startsWith('core/')) visit(file, []);
  return circles;
}
