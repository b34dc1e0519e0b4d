// @ts-check
import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../lab/emulators/index.mjs';
import { broken, program } from '../rig.mjs';

const NaNs = [Number.NaN, -1, '5', true, {}, null];

/** @type {[string, any[]][]} */
const WRONG = [
  ['params', [undefined, null, 42, 'ws://server/', true]],
  ['pingTimeout', NaNs],
  ['pongTimeout', NaNs],
  ['pingMsg', [42, null, {}, true]],
  ['isPong', [42, 'pong', {}, true]],
  ['reconnectTimeout', [...NaNs, Number.POSITIVE_INFINITY]],
  ['repeatLimit', [Number.NaN, -1, '5', true, {}]],
  ['minUptime', NaNs],
  ['connectTimeout', NaNs],
  ['shouldReconnect', [42, true, {}]],
  ['queueLimit', NaNs],
  ['wake', [1, 'yes', null, {}]],
  ['logger', [42, {}, 'console']],
];

/** @param {import('../subjects.mjs').Subject} subject */
export function badInput(subject) {
  describe('bad input', () => {
    /** @param {any} rig @param {any} options @returns {Promise<any>} */
    const refusal = (rig, options) =>
      rig.MdeWebsocket(options).then(
        () => broken('it was accepted')(),
        (/** @type {any} */ error) => error,
      );

    it.each(WRONG)('%s of a wrong type or range is a TypeError that names it', async (name, values) => {
      const rig = await program(subject);
      for (const value of values) {
        const error = await refusal(rig, { ...rig.optionsOf(), [name]: value });
        expect(error, `${name}: ${String(value)}`).toBeInstanceOf(TypeError);
        expect(error.message).toContain(name);
        expect(error.message.split('\n')).toHaveLength(1);
      }
      expect(rig.phone.counts()).toMatchObject({ live: 0, timers: 0, listeners: 0 });
    });

    it('says what was expected and what came', async () => {
      const rig = await program(subject);
      const { message } = await refusal(rig, { ...rig.optionsOf(), pingTimeout: 'soon' });
      expect(message).toMatch(/pingTimeout/);
      expect(message).toMatch(/number|ms|millisecond/i);
      expect(message).toMatch(/soon|string/);
    });

    it.each([[undefined], [null], [42], ['options']])('%o instead of options is a TypeError', async (options) => {
      const rig = await program(subject);
      expect(await refusal(rig, options)).toBeInstanceOf(TypeError);
    });

    if (subject.isObject)
      it('a host without connectSocket is a TypeError that names it', async () => {
        const rig = await program(subject);
        delete rig.phone.host.connectSocket;
        const error = await refusal(rig, rig.optionsOf());
        expect(error).toBeInstanceOf(TypeError);
        expect(error.message).toContain(subject.isGiven ? 'platform' : `${rig.phone.name}.connectSocket`);
        expect(error.message).toMatch(/connectSocket/);
      });

    const universal = subject.isGiven;
    if (universal)
      it('a missing platform is a TypeError that names it', async () => {
        const rig = await program(subject);
        for (const platform of [undefined, null, 42, 'wx', {}]) {
          const error = await refusal(rig, { ...rig.optionsOf(), platform });
          expect(error).toBeInstanceOf(TypeError);
          expect(error.message).toMatch(/platform/);
        }
      });

    if (!universal)
      it('no host at all is a TypeError that names it, not a ReferenceError', async () => {
        const global = subject.global ?? 'WebSocket';
        const bundle = await loadBundle(subject.file, { [global]: undefined });
        const error = await refusal(bundle, { params: { url: 'ws://server/' } });
        bundle.release();
        expect(error).toBeInstanceOf(TypeError);
        expect(error.message).toMatch(new RegExp(`\\b${global}\\b.* is missing: this is the build for`));
      });

    it('the lawful ends of each range are accepted', async () => {
      const rig = await program(subject);
      const Infinite = Number.POSITIVE_INFINITY;
      for (const options of [
        { pingTimeout: 0, reconnectTimeout: 0, repeatLimit: 0, minUptime: 0, queueLimit: 0 },
        { pingTimeout: Infinite, repeatLimit: null, wake: false, isPong: undefined, logger: undefined },
        { pongTimeout: 1, connectTimeout: 1, pingMsg: '', queueLimit: 1e6 },
      ]) {
        const task = rig.adopt(await rig.MdeWebsocket(rig.optionsOf(options)));
        task.close();
      }
    });
  });
}
