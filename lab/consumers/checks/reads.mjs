// @ts-check
/** Which files of the package a build tool took, told by the tool itself. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TRACE = fileURLToPath(new URL('../trace.cjs', import.meta.url));

/**
 * What to put into a build's environment, so that it notes what it reads.
 *
 * @param {string} folder the example
 * @param {string} root the project, whose packages no example may lean on
 * @param {string} target
 */
export function tracing(folder, root, target) {
  const file = path.join(folder, `.reads-${target}`);
  rmSync(file, { force: true });
  const ours = path.join(folder, 'node_modules/mde-websocket/dist/');
  const env = {
    NODE_OPTIONS: `--require ${JSON.stringify(TRACE)}`,
    MDE_TRACE: file,
    MDE_TRACE_UNDER: [ours, path.join(root, 'node_modules/')].join(path.delimiter),
  };

  /**
   * @param {string} said what the tool printed: esbuild reads by itself and lists its inputs there
   * @returns {{ ours: string[], borrowed: string[] }} files of dist/ it took, and files of the project's own packages
   */
  function read(said) {
    const paths = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const listed = [...said.matchAll(/node_modules\/mde-websocket\/dist\/([\w.-]+)/g)].map(([, name]) => name);
    const scripts = paths.filter((one) => /\.[cm]?js$/.test(one));
    const traced = scripts.filter((one) => one.startsWith(ours)).map((one) => path.basename(one));
    return {
      ours: [...new Set([...traced, ...listed])].sort(),
      borrowed: scripts.filter((one) => !one.startsWith(folder)),
    };
  }
  return { env, read };
}
