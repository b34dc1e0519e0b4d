import { open } from '../../../examples/clients/pusher-js.mjs';
import { mailbox, scenario } from './kit.mjs';
import { pusherOptions } from './pusher.mjs';

// Pusher sends an event of a client to all others: one speaks, another hears.
export const run = scenario({
  open({ url, room }) {
    const [speaker, hearer] = [open('key', pusherOptions(url)), open('key', pusherOptions(url))];
    const box = mailbox();
    const channel = speaker.client.subscribe(`private-${room}`);
    hearer.client.subscribe(`private-${room}`).bind('client-text', ({ value }) => box.came(value));
    return { speaker, hearer, channel, box };
  },
  async text({ speaker, channel, box }, value) {
    await subscribed(speaker, channel);
    const answer = box.wait(value);
    channel.trigger('client-text', { value });
    return answer;
  },
  close({ speaker, hearer }) {
    speaker.close();
    hearer.close();
  },
});

async function subscribed({ client }, channel) {
  while (client.connection.state !== 'connected' || !channel.subscribed) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
