// @ts-check
/**
 * What comes with the bytes. Some of it is seen in virtual time, so that the table cannot say otherwise; the rest is
 * documented, and the options it rests on must at least be in the library.
 */
import { verify } from '../check.mjs';
import { patienceOf } from '../crowd/behaviour.mjs';
import { HOST_TIMEOUT } from '../crowd/policies.mjs';
import { bundleLibrary } from '../library.mjs';
import { openVirtualWorld } from '../virtual/world.mjs';

/** @typedef {import('../subjects/index.mjs').Subject} Subject */

/** Far more than any heartbeat takes to ping, and to miss a pong. Milliseconds. */
const LONG = 5 * 60 * 1000;

/** @param {Subject} subject */
export async function featuresOf(subject) {
  const { name, features = {}, restsOn = [] } = subject;
  const text = await bundleLibrary(subject);
  verifyNamed(name, restsOn, text);
  return { name, seen: await seenOf(subject, text), documented: features, restsOn };
}

/** @param {Subject} subject @param {string} text @returns {Promise<Record<string, string>>} */
export async function seenOf(subject, text) {
  const { patience } = await patienceOf(subject, text, { random: 0.5 });
  return {
    heartbeat: await happens(subject, text, ({ all }) => all('send').length > 0),
    'dead link found though the host says nothing': await happens(
      subject,
      text,
      ({ all }) => all('connect').length > 1,
    ),
    'bounded connect': patience < HOST_TIMEOUT ? `${patience / 1000} s` : 'no',
  };
}

/**
 * Whether something happens on a link that opened and of which nothing is heard any more.
 *
 * @param {Subject} subject
 * @param {string} text
 * @param {(world: ReturnType<typeof openVirtualWorld>) => boolean} isSo
 */
async function happens(subject, text, isSo) {
  const world = openVirtualWorld(subject, text, { fateOf: () => 'mute' });
  verify(await world.until(() => world.opened() > 0), `${subject.name}: no link opened, so nothing can be seen on it`);
  return (await world.until(() => isSo(world), LONG)) ? 'yes' : 'no';
}

/** @param {string} who @param {string[]} options @param {string} text */
export function verifyNamed(who, options, text) {
  const missing = options.filter((option) => !text.includes(option));
  verify(missing.length === 0, `${who} has no ${missing.join(', ')}, on which the table of features rests`);
}
