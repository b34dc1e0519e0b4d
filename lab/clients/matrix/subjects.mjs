// @ts-check
/**
 * The classes that are put in the place of ours, and the clients over them. RabbitMQ and the cluster of NATS would have
 * to be restarted for each run, and are left out.
 */
import { fileURLToPath } from 'node:url';
import { CASES } from '../cases.mjs';

const file = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const inPlaceOfOurs = (/** @type {string} */ name) => ({
  'mde-websocket/wechat/websocket': file(`classes/${name}.mjs`),
});

/** @typedef {{ name: string, package?: string, replaced: Record<string, string>, onlyMqtt?: boolean }} Subject @type {Subject[]} */
export const SUBJECTS = [
  { name: 'mde-websocket', replaced: {} },
  { name: 'weapp-polyfill', package: 'weapp-polyfill', replaced: inPlaceOfOurs('weapp-polyfill') },
  { name: 'mp-websocket', package: 'mp-websocket', replaced: inPlaceOfOurs('mp-websocket') },
  {
    name: "LeanCloud's adapter",
    package: '@leancloud/platform-adapters-weapp',
    replaced: inPlaceOfOurs('leancloud'),
  },
  {
    name: "mqtt.js's own wx://",
    package: 'mqtt',
    replaced: { '../../../examples/clients/mqtt.mjs': file('mqtt-wx.mjs') },
    onlyMqtt: true,
  },
];

const LEFT_OUT = ['rabbitmq', 'natsCluster', 'cutMosquitto', 'socketIoCluster'];

export const CLIENTS = [
  ...CASES.filter(({ server }) => !LEFT_OUT.includes(server)),
  { name: 'mqtt, two clients', recipe: 'mqtt', scenario: 'mqtt-two', server: 'mosquitto' },
];

/** @param {string} client @returns {Subject[]} */
export function subjectsOf(client) {
  return SUBJECTS.filter(({ onlyMqtt }) => !onlyMqtt || client.startsWith('mqtt'));
}
