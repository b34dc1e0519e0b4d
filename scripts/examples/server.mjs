// @ts-check
/**
 * Starts the server of the examples, its packages installed first where they are not.
 *
 *   npm run example:server -- [PORT]
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './library.mjs';
import { ExampleError, npm } from './npm.mjs';

const folder = path.join(root, 'examples/server');

try {
  if (!existsSync(path.join(folder, 'node_modules/aedes'))) {
    console.log('Installing the packages of the server');
    await npm(['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, what: 'installing the server' });
  }
  await import(pathToFileURL(path.join(folder, 'server.mjs')).href);
} catch (error) {
  if (!(error instanceof ExampleError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
