import { open } from '../../../examples/clients/y-websocket.mjs';
import { overDocuments } from './documents.mjs';

export const run = overDocuments(({ url, room }, doc) => open(url.replace(/\/$/, ''), room, doc));
