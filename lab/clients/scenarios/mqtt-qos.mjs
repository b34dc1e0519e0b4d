/** QoS 1 and 2 while the links of the one who sends and the one who receives are cut at random. */
import { open } from '../../../examples/clients/mqtt.mjs';
import { mailbox, pause, scenario, until } from './kit.mjs';

const MESSAGES = 150;

export const run = scenario({
  losses: false,
  async open({ url, room }) {
    // A session that the broker keeps: with `clean`, what waits for a client that is away is gone.
    const lasting = (clientId) => open(url, { clientId: `${room}-${clientId}`, clean: false, reconnectPeriod: 50 });
    const [sender, receiver] = [lasting('sender'), lasting('receiver')];
    const box = mailbox();
    const got = new Map();
    receiver.client.on('message', (topic, message) => {
      const name = `${topic.slice(room.length + 1)} ${message}`;
      got.set(name, (got.get(name) ?? 0) + 1);
      box.came(message.toString());
    });
    for (const { client } of [sender, receiver]) client.on('error', () => {});
    await receiver.client.subscribeAsync(`${room}/#`, { qos: 2 });
    return { sender, receiver, box, got, room };
  },
  async text({ sender, box, room }, value) {
    const answer = box.wait(value);
    await sender.publish(`${room}/text`, value, { qos: 2 });
    return answer;
  },
  async more({ sender, got, room }, api, check) {
    await api.call('cut');
    const sent = [];
    for (let number = 0; number < MESSAGES; number += 1) {
      for (const qos of [1, 2]) sent.push(sender.publish(`${room}/qos${qos}`, String(number), { qos }));
      await pause(40);
    }
    await check('acknowledged', () => Promise.all(sent));
    const cuts = await api.call('calm');
    await check('cuts', async () => {
      if (cuts < 8) throw new Error(`only ${cuts} links were cut`);
    });
    api.tell('cut', `${cuts} links, while ${2 * MESSAGES} messages went out`);
    await sender.publish(`${room}/end`, 'end', { qos: 2 });
    const times = (qos) => Array.from({ length: MESSAGES }, (_, number) => got.get(`qos${qos} ${number}`) ?? 0);
    const missing = (qos) => times(qos).filter((count) => count === 0).length;
    await check('QoS 1: all arrive', () => until(() => missing(1) === 0, 'some have not arrived', 30000));
    await check('QoS 2: exactly once', async () => {
      await until(() => got.has('end end') && missing(2) === 0, 'some have not arrived', 30000);
      const twice = times(2).filter((count) => count > 1).length;
      if (twice > 0) throw new Error(`${twice} of ${MESSAGES} arrived more than once`);
    });
    api.tell('more than once', `${times(1).filter((count) => count > 1).length} of QoS 1, as it may be`);
  },
  close({ sender, receiver }) {
    sender.close();
    receiver.close();
  },
});
