import { open } from '../../../examples/clients/mqtt.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  async open({ url, room }) {
    const session = open(url);
    const box = mailbox();
    session.client.on('error', () => {});
    session.client.on('message', (topic, message) =>
      box.came(topic.endsWith('bytes') ? new Uint8Array(message) : message.toString()),
    );
    await session.client.subscribeAsync(`${room}/#`, { qos: 1 });
    return { ...session, box, room };
  },
  async text({ client, box, room }, value) {
    const answer = box.wait(value);
    await client.publishAsync(`${room}/text`, value, { qos: 1 });
    return answer;
  },
  async bytes({ client, box, room }, value) {
    const answer = box.wait(value);
    await client.publishAsync(`${room}/bytes`, value, { qos: 2 });
    return answer;
  },
  close: (session) => session.close(),
});
