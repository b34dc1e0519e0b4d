// @ts-check
/**
 * The eight rules of the contract, and how they are put to a world.
 */
import { asked } from './asked.mjs';
import { closedIsClosed } from './closed.mjs';
import { comesBack } from './comes-back.mjs';
import { grammar } from './grammar.mjs';
import { handlers } from './handlers.mjs';
import { inbound } from './inbound.mjs';
import { messages } from './messages.mjs';
import { nextAttempt } from './next-attempt.mjs';
import { notOurs } from './not-ours.mjs';
import { oneLink } from './one-link.mjs';
import { refusals } from './refusals.mjs';
import { refusedCloses } from './refused-closes.mjs';
import { suspension } from './suspension.mjs';
import { suspicion } from './suspicion.mjs';

export const RULES = [
  grammar,
  oneLink,
  refusedCloses,
  closedIsClosed,
  comesBack,
  nextAttempt,
  asked,
  messages,
  inbound,
  handlers,
  notOurs,
  suspicion,
  refusals,
  suspension,
];

/** A rule of the contract that was broken, and by what. */
export class Violation extends Error {
  /** @param {string} rule @param {string} what */
  constructor(rule, what) {
    super(`rule ${rule}: ${what}`);
    this.name = 'Violation';
    this.rule = rule;
    this.what = what;
  }
}

/**
 * The watchers of one world: rules 4 and 5 have two sides.
 *
 * @param {() => import('./rule.mjs').View} view
 * @param {(() => import('./rule.mjs').Rule)[]} [makers]
 */
export function createWatch(view, makers = RULES) {
  const rules = makers.map((make) => make());
  /** @type {Violation | undefined} */
  let first;
  /** @type {Map<string, { name: string, hear: (entry: any, view: any) => any }[]>} */
  const hearers = new Map();
  for (const { name, on } of rules) {
    for (const [kind, hear] of Object.entries(on)) hearers.set(kind, [...(hearers.get(kind) ?? []), { name, hear }]);
  }

  /** How often each rule was asked. @type {Record<string, number>} */
  const asked = {};

  /** @param {string} name @param {import('./rule.mjs').Verdict} verdict */
  function judge(name, verdict) {
    asked[name] = (asked[name] ?? 0) + 1;
    if (verdict) first ??= new Violation(name, verdict);
  }

  return {
    asked,
    /** @param {import('./rule.mjs').Entry} entry */
    observe(entry) {
      for (const { name, hear } of hearers.get(entry.kind) ?? []) judge(name, hear(entry, view()));
    },
    isBroken: () => first !== undefined,
    /** After every step. */
    settle() {
      if (!first) for (const { name, settled } of rules) judge(name, settled?.(view()));
      if (first) throw first;
    },
    /** After the last. */
    finish() {
      if (!first) for (const { name, atEnd } of rules) judge(name, atEnd?.(view()));
      if (first) throw first;
    },
  };
}
