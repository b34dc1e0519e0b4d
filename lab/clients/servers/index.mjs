// @ts-check
/**
 * The servers by name.
 *
 * @typedef {{
 *   name: string, url?: string, urls?: any,
 *   restart: () => Promise<any>, stop: () => any, up?: () => Promise<any>, down?: () => Promise<any>,
 *   calls?: Record<string, (...values: any[]) => Promise<any>>,
 * }} Server
 */
import { colyseus } from './colyseus.mjs';
import { cutMosquitto } from './cut-links.mjs';
import { mosquitto } from './mosquitto.mjs';
import { natsCluster } from './nats.mjs';
import { echo, graphqlWs, hocuspocus, rpcWebsockets, trpc, yWebsocket } from './npm.mjs';
import { rabbitmq } from './rabbitmq.mjs';
import { cable } from './small/cable.mjs';
import { centrifugo } from './small/centrifugo.mjs';
import { phoenix } from './small/phoenix.mjs';
import { pusher } from './small/pusher.mjs';
import { signalr } from './small/signalr.mjs';
import { supabase } from './small/supabase.mjs';
import { socketIo, socketIoCluster } from './socket-io.mjs';

/** @type {Record<string, (seed: number) => Promise<Server>>} */
export const SERVERS = {
  cable,
  centrifugo,
  colyseus,
  cutMosquitto,
  echo,
  graphqlWs,
  hocuspocus,
  mosquitto,
  natsCluster,
  phoenix,
  pusher,
  rabbitmq,
  rpcWebsockets,
  signalr,
  socketIo,
  socketIoCluster,
  supabase,
  trpc,
  yWebsocket,
};

/** A server that starts slowly is shared: it restarts when all who use it have asked, or ended. */
export const SHARED = new Set(['rabbitmq']);

/** @param {Server} server @param {number} users */
export function shared(server, users) {
  let asking = 0;
  let left = users;
  /** @type {(() => void)[]} */
  let waiting = [];
  async function look() {
    if (asking === 0 || asking < left) return;
    const told = waiting;
    waiting = [];
    asking = 0;
    await server.restart();
    for (const tell of told) tell();
  }
  return {
    ...server,
    restart() {
      asking += 1;
      const done = new Promise((resolve) => waiting.push(() => resolve(undefined)));
      void look();
      return done;
    },
    /** One user has ended. */
    leave() {
      left -= 1;
      return look();
    },
  };
}
