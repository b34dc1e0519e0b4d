// @ts-check
import { handlers } from '../../rules/handlers.mjs';
import { argumentsOfClose } from './arguments.mjs';
import { bounds } from './bounds.mjs';
import { codes } from './codes.mjs';
import { grammar } from './grammar.mjs';
import { idle } from './idle.mjs';
import { inbound } from './inbound.mjs';
import { network } from './network.mjs';
import { notOurs } from './not-ours.mjs';
import { oneSocket } from './one-socket.mjs';
import { sending } from './sending.mjs';

/** The promises of the class. */
export const RULES = [
  grammar,
  bounds,
  codes,
  oneSocket,
  sending,
  inbound,
  argumentsOfClose,
  idle,
  network,
  handlers,
  notOurs,
];
