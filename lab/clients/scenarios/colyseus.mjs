import { open } from '../../../examples/clients/colyseus.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  async open({ url }) {
    const box = mailbox();
    const session = await open(url, 'echo', (room) => {
      room.onError(() => {});
      room.onMessage('text', (value) => box.came(value));
      room.onMessage('bytes', (value) => box.came(value));
    });
    return { session, box };
  },
  text({ session, box }, value) {
    const answer = box.wait(value);
    session.room.send('text', value);
    return answer;
  },
  bytes({ session, box }, value) {
    const answer = box.wait(value);
    session.room.sendBytes('bytes', value);
    return answer;
  },
  close: ({ session }) => session.close(),
});
