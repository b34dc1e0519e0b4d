// @ts-check

/**
 * What hosts report and answer, as types of the port: the event of the SocketTask, and of the host where there may be one
 * socket only. A host without such typings leaves them as the port has them.
 *
 * @type {Record<string, { task: string, host: string }>}
 */
const REPORTS = {
  OpenReport: { task: "Told<Task, 'onOpen'>", host: "Told<Global, 'onSocketOpen'>" },
  MessageReport: { task: "Told<Task, 'onMessage'>", host: "Told<Global, 'onSocketMessage'>" },
  CloseReport: { task: "Told<Task, 'onClose'>", host: "Told<Global, 'onSocketClose'>" },
  SendResult: { task: "Answered<Task, 'send'>", host: "Answered<Global, 'sendSocketMessage'>" },
};

const HELPERS = [
  'type First<Call> = Call extends (first: infer Given, ...rest: any) => any ? Given : any;',
  'type Member<Of, Name> = Name extends keyof Of ? NonNullable<Of[Name]> : any;',
  'type Told<Of, Name> = First<NonNullable<First<Member<Of, Name>>>>;',
  "type Answered<Of, Name> = First<Member<NonNullable<First<Member<Of, Name>>>, 'success'>>;",
];

/**
 * The lines that work these types out of a platform's typings.
 *
 * @param {import('../manifest.mjs').Platform} platform
 */
export function reportLines({ manifest, traits, global }) {
  const task = manifest.types?.SocketTask;
  if (!global || (traits.socketTasks && !task)) return [];
  const aliases = Object.entries(REPORTS).map(([name, from]) => {
    const sources = [traits.socketTasks && from.task, traits.singleSocket && from.host].filter(Boolean);
    return `type ${name} = ${sources.join(' | ')};`;
  });
  return [`type Task = ${task ?? 'never'};`, `type Global = typeof ${global};`, ...HELPERS, ...aliases];
}

/** @param {string} name */
export function isReport(name) {
  return Object.hasOwn(REPORTS, name);
}
