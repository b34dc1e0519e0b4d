import { open } from '../../../examples/clients/hocuspocus-provider.mjs';
import { overDocuments } from './documents.mjs';

export const run = overDocuments(({ url, room }, doc) => open(url, room, doc));
