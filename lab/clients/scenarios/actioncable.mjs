import { open } from '../../../examples/clients/actioncable.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  open({ url }) {
    const session = open(url);
    const box = mailbox();
    return new Promise((resolve) => {
      const channel = session.client.subscriptions.create('EchoChannel', {
        connected: () => resolve({ ...session, box, channel }),
        received: ({ value }) => box.came(value),
      });
    });
  },
  text({ channel, box }, value) {
    const answer = box.wait(value);
    if (!channel.send({ value })) throw new Error('the link is not open');
    return answer;
  },
  close: (session) => session.close(),
});
