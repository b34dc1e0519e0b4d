import { open } from '../../../examples/clients/centrifuge.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  async open({ url, room }) {
    const session = open(url);
    const box = mailbox();
    const subscription = session.client.newSubscription(room);
    subscription.on('publication', ({ data }) => box.came(data));
    subscription.subscribe();
    return { ...session, box, subscription };
  },
  async text({ client, box, subscription }, value) {
    const answer = box.wait(value);
    await subscription.publish(value);
    await client.rpc('echo', value);
    return answer;
  },
  close: (session) => session.close(),
});
