// @ts-check
/** WeChat's own builder, asked. */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {ReturnType<typeof startWechatBuilder>} WechatBuilder */

export function startWechatBuilder() {
  const program = fork(fileURLToPath(new URL('./wechat-builder.cjs', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It asks its servers what it knows already; nobody answers here.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();

  program.on('message', (/** @type {any} */ { id, result, error }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`WeChat's builder: ${error}`));
    else asked?.resolve(result);
  });
  program.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`WeChat's builder ended with ${code}`));
  });

  /** @param {object} job */
  function ask(job) {
    const answer = queue.then(
      () =>
        new Promise((resolve, reject) => {
          last += 1;
          waiting.set(last, { resolve, reject });
          program.send({ ...job, id: last });
        }),
    );
    queue = answer.catch(() => {});
    return answer;
  }

  return {
    /** @param {string} folder the example, whose package.json says what to build */
    buildNpm: (folder) => ask({ what: 'npm', folder }),
    /** @param {string} folder @param {'miniProgram' | 'miniGame'} type @returns {Promise<string>} where it is */
    async compile(folder, type) {
      const to = path.join(folder, '.wechat');
      rmSync(to, { recursive: true, force: true });
      await ask({ what: 'compile', folder, type, to, version: '1.0.0' });
      return to;
    },
    stop: () => program.kill(),
  };
}
