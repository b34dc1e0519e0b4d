// @ts-check
/**
 * What is run: a client by its recipe, led through a scenario, over a server. Cases of one group share the server.
 *
 * @typedef {{ name: string, recipe: string, scenario: string, server: string, share?: string }} Case
 */

/** @type {Case[]} */
export const CASES = [
  { name: 'mqtt', recipe: 'mqtt', scenario: 'mqtt', server: 'mosquitto' },
  { name: 'mqtt, RabbitMQ', recipe: 'mqtt', scenario: 'mqtt', server: 'rabbitmq', share: 'mqtt' },
  { name: 'mqtt, QoS', recipe: 'mqtt', scenario: 'mqtt-qos', server: 'cutMosquitto' },
  { name: '@stomp/stompjs', recipe: 'stompjs', scenario: 'stompjs', server: 'rabbitmq', share: 'stomp' },
  { name: '@nats-io/nats-core', recipe: 'nats-core', scenario: 'nats-core', server: 'natsCluster' },
  { name: '@nats-io/nats-core, killed', recipe: 'nats-core', scenario: 'nats-killed', server: 'natsCluster' },
  { name: 'socket.io-client', recipe: 'socket.io-client', scenario: 'socket.io-client', server: 'socketIo' },
  {
    name: 'socket.io-client, killed',
    recipe: 'socket.io-client',
    scenario: 'socket.io-killed',
    server: 'socketIoCluster',
  },
  { name: '@microsoft/signalr', recipe: 'signalr', scenario: 'signalr', server: 'signalr' },
  { name: 'graphql-ws', recipe: 'graphql-ws', scenario: 'graphql-ws', server: 'graphqlWs' },
  { name: 'centrifuge', recipe: 'centrifuge', scenario: 'centrifuge', server: 'centrifugo' },
  { name: 'phoenix', recipe: 'phoenix', scenario: 'phoenix', server: 'phoenix' },
  {
    name: '@supabase/realtime-js',
    recipe: 'supabase-realtime-js',
    scenario: 'supabase-realtime-js',
    server: 'supabase',
  },
  { name: 'pusher-js', recipe: 'pusher-js', scenario: 'pusher-js', server: 'pusher' },
  { name: 'laravel-echo', recipe: 'laravel-echo', scenario: 'laravel-echo', server: 'pusher' },
  { name: 'y-websocket', recipe: 'y-websocket', scenario: 'y-websocket', server: 'yWebsocket' },
  {
    name: '@hocuspocus/provider',
    recipe: 'hocuspocus-provider',
    scenario: 'hocuspocus-provider',
    server: 'hocuspocus',
  },
  {
    name: 'reconnecting-websocket',
    recipe: 'reconnecting-websocket',
    scenario: 'reconnecting-websocket',
    server: 'echo',
  },
  { name: 'partysocket', recipe: 'partysocket', scenario: 'partysocket', server: 'echo' },
  { name: 'rpc-websockets', recipe: 'rpc-websockets', scenario: 'rpc-websockets', server: 'rpcWebsockets' },
  { name: '@trpc/client', recipe: 'trpc-client', scenario: 'trpc-client', server: 'trpc' },
  { name: 'colyseus.js', recipe: 'colyseus', scenario: 'colyseus', server: 'colyseus' },
  { name: '@rails/actioncable', recipe: 'actioncable', scenario: 'actioncable', server: 'cable' },
];

/** What every client is led through, one after the other. */
const TROUBLES = ['short absence', 'restart', 'foreground', 'network'];

/**
 * The ways in which every case is run. Bundled by esbuild it goes through everything, and to the background differently
 * each time; by another tool it only shows that the names are in place.
 *
 * @typedef {'esbuild' | 'webpack' | 'vite' | 'vite, plugin-inject'} Tool
 * @typedef {{
 *   name: string, tool: Tool, troubles: string[],
 *   wrapped: boolean, macrotask: boolean, loss: 'close' | 'silent', freezes: boolean,
 * }} Way
 */

/** @type {Way[]} */
export const WAYS = [
  { name: 'bare', wrapped: false, macrotask: false, loss: 'close', freezes: false },
  { name: 'wrapped', wrapped: true, macrotask: false, loss: 'silent', freezes: true },
  { name: 'bare, macrotask', wrapped: false, macrotask: true, loss: 'close', freezes: true },
  { name: 'wrapped, macrotask', wrapped: true, macrotask: true, loss: 'silent', freezes: false },
].map((way) => /** @type {Way} */ ({ ...way, tool: 'esbuild', troubles: TROUBLES }));

/** @type {Way[]} */
export const OTHER_TOOLS = /** @type {const} */ (['webpack', 'vite', 'vite, plugin-inject']).map((tool) => ({
  name: tool,
  tool,
  troubles: [],
  wrapped: true,
  macrotask: false,
  loss: 'close',
  freezes: false,
}));

/** Those of a case: a second case of a recipe says nothing new of a tool. @param {Case} theCase */
export function waysOf({ recipe, scenario, share }) {
  return recipe === scenario && share !== 'mqtt' ? [...WAYS, ...OTHER_TOOLS] : WAYS;
}
