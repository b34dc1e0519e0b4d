import { open } from '../../../examples/clients/laravel-echo.mjs';
import { mailbox, scenario } from './kit.mjs';
import { pusherOptions } from './pusher.mjs';

export const run = scenario({
  open({ url, room }) {
    const [speaker, hearer] = [open('key', pusherOptions(url)), open('key', pusherOptions(url))];
    const box = mailbox();
    const channel = speaker.client.private(room);
    hearer.client.private(room).listenForWhisper('text', ({ value }) => box.came(value));
    return { speaker, hearer, channel, box };
  },
  async text({ channel, box }, value) {
    while (!channel.subscription.subscribed) await new Promise((resolve) => setTimeout(resolve, 20));
    const answer = box.wait(value);
    channel.whisper('text', { value });
    return answer;
  },
  close({ speaker, hearer }) {
    speaker.close();
    hearer.close();
  },
});
