// @ts-check
/**
 * A failure as a story: what the weather was, what happened step by step, and what everybody did about it.
 */
import { gameOf } from './game.mjs';
import { NAMES } from './host/socket.mjs';
import { replay } from './play.mjs';

/** So much is told of the calm after the storm. */
const MOST_AFTER = 12;

/** @param {import('./storm.mjs').Failure} failure */
export function tellStory({ seed, path, setting, violation, steps }) {
  return [
    `${setting.subject.name}: ${violation.message}`,
    '',
    ...tellWeather(setting),
    '',
    ...tellSteps(setting, steps),
    `! ${violation.message}`,
    '',
    `Again: npm run storm -- --only "${setting.subject.name}" --seed ${seed} --path ${path}`,
  ].join('\n');
}

/** @param {import('./play.mjs').Setting} setting */
function tellWeather({ subject, weather }) {
  const { ordinary, member } = gameOf(subject);
  const tasks = weather.tasks.map((spec, index) => {
    const odd = Object.entries(spec).filter(([name, value]) => ordinary[name] !== value);
    return `${member} ${NAMES[index]}: ${odd.map(([name, value]) => `${name} ${value}`).join(', ') || 'ordinary options'}`;
  });
  const lacking = Object.entries(weather.quirks)
    .filter(([, value]) => value === false)
    .map(([name]) => name);
  return [
    `A world with${weather.isMacrotask ? ' Promise as a macrotask,' : ''} ${weather.latency} ms to the server${lacking.length > 0 ? `, without ${lacking.join(', ')}` : ''}.`,
    ...tasks,
  ];
}

/** @param {import('./play.mjs').Setting} setting @param {import('./play.mjs').Step[]} steps */
function tellSteps(setting, steps) {
  /** @type {string[]} */
  const lines = [];
  let end = 0;
  replay(setting, steps, {
    listen(entry, world) {
      const line = narrate(entry);
      if (line) lines.push(`${String(world.clock.now()).padStart(10)} ms   ${line}`);
    },
    stepping: (step, world) => lines.push(`- ${gameOf(setting.subject).steps[step.kind].tell(step.args, world)}`),
    ending: () => {
      end = lines.push('- the storm is over and the host is well again');
    },
  });
  const isLong = end > 0 && lines.length - end > MOST_AFTER;
  return isLong ? [...lines.slice(0, end), '  …', ...lines.slice(-MOST_AFTER)] : lines;
}

/** @type {Record<string, (entry: any) => string>} */
const TELL = {
  born: ({ task }) => `task ${NAMES[task]} begins`,
  event: ({ task, type, handler, event }) =>
    `${NAMES[task]} hears ${type}${handler === 'main' ? '' : ` in "${handler}"`}${closing(event)}`,
  dial: ({ task }) => `${NAMES[task]} asks the host for a socket`,
  told: ({ socket, code }) => `socket ${socket?.id ?? '?'} is told to close with ${code}`,
  handed: ({ task, socket, text }) => `${NAMES[task]} sends "${text}" on socket ${socket?.id ?? '?'}`,
  host: ({ socket, what, heard }) =>
    `the host says ${what} of socket ${socket.id}${heard ? '' : ', and nobody listens'}`,
  callback: ({ message, name }) => `${name} is called for ${message.text}`,
  thrown: ({ error }) => error.message,
  uncaught: ({ where, error }) => `seen by the ${where}: ${String(error?.message ?? error)}`,
  call: ({ task, name }) => `${NAMES[task]}.${name}()`,
  announce: ({ topic }) => `the host announces ${topic}`,
};

/** @param {any} event */
function closing(event) {
  if (event.cause === undefined) return '';
  const next =
    event.willReconnect === undefined
      ? `in ${event.delay} ms, attempt ${event.attempt}`
      : event.willReconnect
        ? 'will reconnect'
        : 'for good';
  return ` (${event.cause}${event.code ? ` ${event.code}` : ''}, ${next})`;
}

/** @param {any} entry */
function narrate(entry) {
  return TELL[entry.kind]?.(entry) ?? '';
}
