// @ts-check
/**
 * WeChat's own builder, in a process of its own: it forks, logs and patches as it likes.
 * Takes jobs as messages, one after the other, and answers each.
 */
const { mkdirSync, writeFileSync } = require('node:fs');
const { generateKeyPairSync } = require('node:crypto');
const path = require('node:path');
const ci = require('miniprogram-ci');
// @ts-expect-error a part of its own, without typings
const { filterUnusedFile } = require('miniprogram-ci/dist/ci/utils/filterUnusedFile.js');

// A project must have a key; only an upload would show whose it is.
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

/** @type {Record<string, (job: any) => Promise<unknown>>} */
const work = {
  /** "Tools > Build npm". */
  npm: ({ folder }) =>
    ci.packNpmManually({ packageJsonPath: path.join(folder, 'package.json'), miniprogramNpmDistDir: folder }),

  /** What a phone would be sent, written into a folder. */
  async compile({ folder, type, to, version }) {
    const project = new ci.Project(
      /** @type {any} */ ({
        appid: 'wx0000000000000000',
        type,
        projectPath: folder,
        privateKey,
        ignores: ['node_modules/**/*', 'src/**/*', '.reads-*'],
        attr: async () => ci.DefaultProjectAttr,
      }),
    );
    const setting = { es6: true, es7: true, minify: false };
    const all = await patiently(() =>
      ci.getCompiledResult({ project, version, desc: '', setting, onProgressUpdate() {} }),
    );
    // What an upload leaves out unless the project says otherwise: files that nothing in it requires.
    const files = await filterUnusedFile(false, project, all);
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(to, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return Object.keys(files);
  },
};

/**
 * Its own processes have a few seconds to start, which a busy machine may not keep.
 *
 * @param {() => Promise<any>} compile
 * @returns {Promise<any>}
 */
async function patiently(compile, times = 5) {
  try {
    return await compile();
  } catch (error) {
    if (times === 1 || !String(error).includes('fork process timeout')) throw error;
    return patiently(compile, times - 1);
  }
}

process.on('message', async (/** @type {any} */ job) => {
  try {
    process.send?.({ id: job.id, result: await work[job.what](job) });
  } catch (error) {
    process.send?.({ id: job.id, error: String(/** @type {Error} */ (error).message ?? error) });
  }
});
