/**
 * The names that each client uses and a mini program has not: where the build takes them from, and the export there.
 * It is the form that webpack's ProvidePlugin and @rollup/plugin-inject take.
 *
 * @typedef {Record<string, [from: string, what: string]>} Names
 */
import { fileURLToPath } from 'node:url';

const standIns = fileURLToPath(new URL('./stand-ins.mjs', import.meta.url));
const urlFile = fileURLToPath(new URL('./url.mjs', import.meta.url));
const polyfills = 'mde-websocket/polyfills';
const websocket = 'mde-websocket/wechat/websocket';

/** @type {Names} */
const text = { TextEncoder: [polyfills, 'TextEncoder'], TextDecoder: [polyfills, 'TextDecoder'] };
/** @type {Names} */
const base64 = { atob: [polyfills, 'atob'], btoa: [polyfills, 'btoa'] };
/** @type {Names} */
const url = { URL: [urlFile, 'URL'] };
/** @type {Names} */
const crypto = { crypto: [standIns, 'crypto'] };
/** @type {Names} */
const pusher = {
  WebSocket: [websocket, 'Socket'],
  self: [standIns, 'selfWithTimers'],
  'globalThis.crypto': [standIns, 'crypto'],
};

/** @type {Record<string, Names>} */
export const names = {
  actioncable: {
    document: [standIns, 'document'],
    addEventListener: [standIns, 'addEventListener'],
    removeEventListener: [standIns, 'removeEventListener'],
  },
  centrifuge: {},
  colyseus: { 'globalThis.WebSocket': [standIns, 'SocketOfARoom'], ...text, ...url },
  'graphql-ws': {},
  'hocuspocus-provider': { ...text, ...crypto },
  'laravel-echo': pusher,
  mqtt: {
    self: [standIns, 'selfWithAbort'],
    navigator: [standIns, 'navigator'],
    performance: [polyfills, 'performance'],
  },
  'nats-core': {
    ...text,
    ...base64,
    ...url,
    performance: [polyfills, 'performance'],
    queueMicrotask: [polyfills, 'queueMicrotask'],
  },
  partysocket: {
    EventTarget: [polyfills, 'EventTarget'],
    'globalThis.EventTarget': [polyfills, 'EventTarget'],
    Event: [polyfills, 'Event'],
    'globalThis.Event': [polyfills, 'Event'],
  },
  phoenix: text,
  'pusher-js': pusher,
  'reconnecting-websocket': {},
  'rpc-websockets': {},
  signalr: {},
  'socket.io-client': { self: [standIns, 'selfWithTimers'] },
  stompjs: text,
  'supabase-realtime-js': { ...text, ...base64, ...url },
  'trpc-client': { AbortController: [polyfills, 'AbortController'] },
  'y-websocket': { WebSocket: [websocket, 'Socket'], ...text, ...crypto },
};
