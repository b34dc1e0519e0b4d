// @ts-check
import { preview } from 'vite';

/**
 * Serves the files of a folder on a free port of this machine.
 *
 * @param {string} folder
 * @returns {Promise<string>} the address
 */
export async function serveFolder(folder) {
  const { url } = await startServing(folder);
  return url;
}

/** @param {string} folder @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
export async function startServing(folder) {
  const server = await preview({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 4173, open: false },
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}
