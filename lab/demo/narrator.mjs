// @ts-check
/**
 * Tells a recording entry by entry: a heading, a line for everybody, or a line for one platform.
 *
 * @typedef {'good' | 'busy' | 'bad' | 'quiet'} Tone
 * @typedef {{ heading: string, tells: string } | { platform?: string, text: string, tone: Tone }} Line
 * @typedef {import('./recorder.mjs').Entry} Entry
 */
import { plain, reason, seconds } from './drawing/words.mjs';

/** @param {import('./cast.mjs').Link[]} links @returns {(entry: Entry) => Line | undefined} */
export function createNarrator(links) {
  const views = new Map(links.map((link) => [link.id, createView(link)]));
  let scenes = 0;

  return (entry) => {
    switch (entry.kind) {
      case 'scene':
        scenes += 1;
        return { heading: `${scenes} ${entry.name}`, tells: entry.tells };
      case 'stuck':
        return { text: `what the story waits for in "${entry.name}" does not happen`, tone: 'bad' };
      case 'curtain':
        return { heading: 'the end', tells: 'Every link is closed on purpose.' };
      case 'server':
        return { text: `the server ${entry.text}`, tone: 'quiet' };
      case 'phone':
        return { platform: entry.platform, text: entry.text, tone: 'quiet' };
      case 'thrown':
        return { platform: entry.platform, text: `thrown: ${entry.text}`, tone: 'bad' };
      default:
        return 'link' in entry ? views.get(entry.link)?.(entry) : undefined;
    }
  };
}

/** One link, and what has to be remembered of it. @param {import('./cast.mjs').Link} link */
function createView({ platform, told, isBare }) {
  let kept = 0;
  let wasOpen = false;
  /** @type {number | undefined} */
  let lostAt;

  /** @param {string} text @param {Tone} tone @returns {Line} */
  const line = (text, tone) => ({ platform, text: told + text, tone });

  /** @param {{ at: number } & import('./recorder.mjs').Change} change */
  function changed({ at, state, attempt, cause, code, delay = 0 }) {
    const down = lostAt === undefined ? 0 : at - lostAt;
    const ended = wasOpen ? `LOST (${reason({ cause, code })})` : 'failed';
    wasOpen = state === 'open';
    if (state === 'connecting') return line(attempt ? `connecting, attempt ${attempt}` : 'connecting', 'busy');
    if (state !== 'open') lostAt ??= at;
    if (state === 'waiting') return line(`${ended}, waiting ${seconds(delay)}`, 'bad');
    if (state === 'closed') return line(`closed (${cause})`, cause === 'user' ? 'quiet' : 'bad');
    const follow = kept ? `, ${kept} kept ${kept === 1 ? 'message goes' : 'messages go'} out` : '';
    const text = lostAt === undefined ? 'OPEN' : `OPEN again after ${seconds(down)}${follow}`;
    lostAt = undefined;
    kept = 0;
    return line(text, 'good');
  }

  return (/** @type {Entry} */ entry) => {
    if (entry.kind === 'state') return changed(entry);
    if (entry.kind === 'ping') return line('silence, so a ping', 'busy');
    if (entry.kind === 'kept') kept += 1;
    // Of the bare API it would be a line at every beat.
    if (entry.kind === 'settled' && entry.fail && !isBare)
      return line(`message ${entry.n} dropped: ${plain(entry.fail)}`, 'bad');
    return undefined;
  };
}
