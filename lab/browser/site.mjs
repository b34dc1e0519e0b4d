// @ts-check
/** The pages that the browser visits: one with a task, whatever happens to it written down, and one to go to. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../dist/web.mjs', import.meta.url));

const script = `
import MdeWebsocket from '/web.mjs';
const told = [];
const note = (text) => told.push({ at: Date.now(), text });
export async function start(url) {
  const task = await MdeWebsocket({ params: { url }, pingMsg: 'ping', isPong: (data) => data === 'pong' });
  task.on('open', () => note('open'));
  task.on('message', ({ data }) => note('message ' + (typeof data === 'string' ? data : data.byteLength + ' bytes')));
  task.on('close', ({ code, cause }) => note('close ' + code + ' ' + cause));
  task.on('reconnect', ({ attempt, delay }) => note('reconnect ' + attempt + ' after ' + delay));
  return task;
}
export { told, note };
`;

const page = `<!doctype html><title>A page with a link</title><script type="module">
import { start, told, note } from '/link.mjs';
for (const type of ['online', 'offline']) addEventListener(type, () => note(type));
for (const type of ['pagehide', 'pageshow']) addEventListener(type, ({ persisted }) => note(type + (persisted ? ' kept' : '')));
for (const type of ['freeze', 'resume']) document.addEventListener(type, () => note(type));
document.addEventListener('visibilitychange', () => note(document.visibilityState));
Object.assign(window, { start, told, note });
</script>`;

const worker = `import { start, told } from '/link.mjs';
onmessage = async ({ data }) => {
  const task = await start(data);
  task.send('from a worker');
  task.on('message', () => postMessage(told.map(({ text }) => text)));
};`;

/** @type {Record<string, [type: string, text: () => string | Buffer]>} */
const FILES = {
  '/': ['text/html', () => page],
  '/elsewhere': ['text/html', () => '<!doctype html><title>Elsewhere</title>'],
  '/link.mjs': ['text/javascript', () => script],
  '/worker.mjs': ['text/javascript', () => worker],
  '/web.mjs': ['text/javascript', () => readFileSync(bundle)],
};

export async function startSite() {
  const server = createServer(({ url = '' }, response) => {
    const [type, text] = FILES[url] ?? ['text/plain', () => 'nothing here'];
    response.setHeader('content-type', type);
    response.end(text());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    /** @param {string} path */
    url: (path) => `http://127.0.0.1:${port}${path}`,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}
