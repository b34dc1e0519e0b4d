// @ts-check
/** Runs a native example project on an emulated host, as the platform's developer tools would. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { runCommonJs } from '../../lab/emulators/run-bundle.mjs';
import { root } from './readmes.mjs';

/**
 * The page of a project, with `data` and a `setData` that says so to `changed`.
 *
 * @param {string} project folder under `examples`
 * @param {string} entry the bundle that its readers copy or install: `wechat`, `alipay`, `baidu`
 * @param {{ globals: Record<string, any>, url: string, changed: () => void }} options
 */
export function openPage(project, entry, { globals, url, changed }) {
  /** @type {Map<string, any>} */
  const modules = new Map();
  /** @type {any} */
  let page;

  /** @param {any} definition */
  const Page = (definition) => {
    page = {
      ...definition,
      setData(/** @type {object} */ part) {
        Object.assign(page.data, part);
        changed();
      },
    };
  };

  /** @param {string} file */
  function load(file) {
    if (!modules.has(file)) {
      const source = readFileSync(file, 'utf8').replace('ws://127.0.0.1:8080', url);
      const require = (/** @type {string} */ name) =>
        isLibrary(name) ? library() : load(resolve(dirname(file), name));
      const { code } = transformSync(source, { format: 'cjs' });
      modules.set(file, runCommonJs(code, { ...globals, Page, require }).exports);
    }
    return modules.get(file);
  }

  /** @param {string} name */
  const isLibrary = (name) => name === './mde-websocket.js' || name === `mde-websocket/${entry}`;
  const library = () => runCommonJs(readFileSync(resolve(root, `dist/${entry}.js`), 'utf8'), globals).exports;

  load(resolve(root, 'examples', project, 'pages/index/index.js'));
  return page;
}
