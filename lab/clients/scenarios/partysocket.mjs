import { open } from '../../../examples/clients/partysocket.mjs';
import { overEcho } from './echo.mjs';

export const run = overEcho(open);
