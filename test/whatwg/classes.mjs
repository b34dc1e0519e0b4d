// @ts-check
/** Every class that is published, on every emulated host that it serves, over real sockets. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadBundle } from '../../lab/emulators/load-bundle.mjs';
import { wsTransport } from '../../lab/emulators/transport-ws.mjs';
import { FORMS, root, SUBJECTS, surroundings } from '../../lab/subjects.mjs';
import { runAll } from './run.mjs';

/** @typedef {import('../../lab/subjects.mjs').Subject & { part: string, form: string }} ClassSubject */

/** The universal class meets the others' hosts as they are, in its readable form. @type {ClassSubject[]} */
export const CLASSES = SUBJECTS.flatMap((subject) => {
  if (!subject.isOwn && subject.variant) return [];
  const part = subject.isGiven ? 'websocket' : `${subject.entry}-websocket`;
  if (!existsSync(path.join(root, `dist/${part}.js`))) return [];
  return (subject.isOwn ? FORMS : FORMS.slice(0, 1)).map((form) => ({ ...subject, part, form }));
});

/** What the tests see of a class. @param {ClassSubject} subject @returns {Promise<Record<string, unknown>>} */
export async function runOn({ part, form, params, make, isGiven }) {
  const phone = make({ transport: wsTransport() });
  const { globals } = surroundings({ isGiven }, phone);
  const { exports, release } = await loadBundle(path.join(root, `dist/${part}.${form}`), globals);
  try {
    return await runAll(isGiven ? exports.createWebSocket(phone.host, { params }) : exports.WebSocket.with({ params }));
  } finally {
    release();
  }
}
