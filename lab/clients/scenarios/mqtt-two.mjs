/** Two clients in one program: what one sends, the other receives. */
import { open } from '../../../examples/clients/mqtt.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  async open({ url, room }) {
    const [sender, receiver] = [open(url), open(url)];
    const box = mailbox();
    for (const { client } of [sender, receiver]) client.on('error', () => {});
    receiver.client.on('message', (topic, message) =>
      box.came(topic.endsWith('bytes') ? new Uint8Array(message) : message.toString()),
    );
    await receiver.client.subscribeAsync(`${room}/#`, { qos: 1 });
    return { sender, receiver, box, room };
  },
  async text({ sender, box, room }, value) {
    const answer = box.wait(value);
    await sender.client.publishAsync(`${room}/text`, value, { qos: 1 });
    return answer;
  },
  async bytes({ sender, box, room }, value) {
    const answer = box.wait(value);
    await sender.client.publishAsync(`${room}/bytes`, value, { qos: 1 });
    return answer;
  },
  close({ sender, receiver }) {
    sender.close();
    receiver.close();
  },
});
