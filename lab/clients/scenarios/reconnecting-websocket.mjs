import { open } from '../../../examples/clients/reconnecting-websocket.mjs';
import { overEcho } from './echo.mjs';

export const run = overEcho(open);
