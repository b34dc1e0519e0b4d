// @ts-check
/**
 * The dialects: how each host words its events and its answers.
 *
 * A failure is named once here (`not open`, `limit`, …) and each dialect says it in its own way.
 *
 * @typedef {{ quirks: import('./quirks.mjs').Quirks, id: number }} Context
 * @typedef {'not open' | 'limit' | 'interrupted' | 'second' | 'bad data' | 'bad code' | 'bad url' | 'closed' | 'refused' | 'send failed'} Failure
 * @typedef {{
 *   open: (header: object, context: Context) => any,
 *   message: (data: string | ArrayBuffer, context: Context) => any,
 *   error: (text: string, context: Context) => any,
 *   close: (code: any, reason: string, context: Context) => any,
 *   network: (isConnected: boolean) => string,
 *   isFlagged?: boolean,
 *   task?: Dialect,
 *   ok: (call: string, id?: number) => any,
 *   fail: (call: string, failure: Failure | string, quirks?: import('./quirks.mjs').Quirks) => any,
 * }} Dialect `isFlagged`: bytes travel as base64 beside `isBuffer`; `task`: the words of a task, if it has others
 */
import { dd, my, myTask } from './words/my.mjs';
import { swan, tt, wx } from './words/wx.mjs';

export { dd, my, myTask, swan, tt, wx };

/** By the name that `behaviour.json` gives them. @type {Record<string, Dialect>} */
export const WORDS = { wx, tt, swan, my, dd };
