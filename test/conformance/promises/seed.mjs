// @ts-check
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { open, program, settle, tick } from '../rig.mjs';

const page = readFileSync(new URL('../seed-examples.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/## (.+)\n\n```js\n([^`]+)```/g)].map(([, title, code]) => [title, code]);
/** @type {Record<string, string>} */
const examples = Object.fromEntries(blocks);

/**
 * Runs an example as it stands; only its `import` becomes a name handed in, and the `...` in a literal goes.
 *
 * @param {string} title
 * @param {Record<string, any>} names
 */
function run(title, names) {
  const code = examples[title].replace(/^import .*$/m, '').replace(/^\s*\.\.\.$/m, '');
  new Function(...Object.keys(names), code)(...Object.values(names));
}

function consoleTo(/** @type {any[][]} */ lines) {
  return { log: (/** @type {any[]} */ ...args) => void lines.push(args) };
}

/** @param {import('../subjects.mjs').Subject} subject */
export function seed(subject) {
  // On Alipay the examples' `wx` is `my`, and several sockets are asked for where the subject is about them.
  const start = async () => {
    const rig = await program(subject);
    const MdeWebsocket = (/** @type {any} */ given) => {
      const key = given.params ? 'params' : 'connectSocketParams';
      return rig.MdeWebsocket({ ...given, [key]: { ...given[key], ...subject.params } }).then(rig.adopt);
    };
    return { ...rig, names: { MdeWebsocket, wx: rig.phone.host } };
  };

  describe('the examples of version 1', () => {
    if (subject.taskAtOnce)
      it('hooks survive a reconnect, listeners on the native task do not', async () => {
        const { server, names } = await start();
        const lines = /** @type {any[][]} */ ([]);
        run('hooks', { ...names, console: consoleTo(lines) });
        await tick();
        server.last().open();
        server.last().message('hi');
        server.last().break();
        await settle(2000);
        server.last().open();
        server.last().message('again');
        const firsts = lines.map(([first]) => first);
        expect(firsts.filter((first) => first.startsWith('socketTask')).sort()).toEqual([
          'socketTask data',
          'socketTask open',
        ]);
        expect(firsts.filter((first) => !first.startsWith('socketTask'))).toEqual([
          'open',
          'onMessage',
          'close',
          'reconnect...',
          'open',
          'onMessage',
        ]);
        expect(lines.find(([first]) => first === 'onMessage')?.[1]).toMatchObject({ data: 'hi' });
      });

    it('a message of the server closes the task for good', async () => {
      const { server, names, made } = await start();
      run('close on a message of the server', names);
      await tick();
      server.last().open();
      server.last().message('stay');
      expect(made[0].task().state).toBe('open');
      server.last().message('close');
      expect(made[0].task().state).toBe('closed');
      await tick(60_000);
      expect(server.connections).toHaveLength(1);
    });

    it('send, close, the native task and the handlers', async () => {
      const { server, task } = await open(subject);
      const lines = /** @type {any[][]} */ ([]);
      const names = { task, console: consoleTo(lines) };
      run('native task', names);
      run('handlers', names);
      run('send', names);
      expect(server.last().sent).toEqual(['msg']);
      server.last().message('hi');
      server.last().break();
      await settle(2000);
      server.last().open();
      run('close', names);
      await tick(10);
      expect(lines.map((args) => args.join(' '))).toEqual([
        expect.stringMatching(/msg: hi|socketTask data/),
        expect.stringMatching(/msg: hi|socketTask data/),
        'connect close',
        'reconnecting...',
        'connect close',
      ]);
      expect(task.state).toBe('closed');
    });
  });
}
