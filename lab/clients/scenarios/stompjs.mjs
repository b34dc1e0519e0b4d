import { open } from '../../../examples/clients/stompjs.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  open({ url, room }) {
    const box = mailbox();
    return new Promise((resolve) => {
      const session = open(url, {
        connectHeaders: { login: 'guest', passcode: 'guest' },
        onConnect() {
          session.client.subscribe(`/topic/${room}`, (message) =>
            box.came(message.headers.kind === 'bytes' ? message.binaryBody : message.body),
          );
          resolve({ ...session, box, destination: `/topic/${room}` });
        },
      });
    });
  },
  text({ client, box, destination }, value) {
    const answer = box.wait(value);
    client.publish({ destination, body: value });
    return answer;
  },
  bytes({ client, box, destination }, value) {
    const answer = box.wait(value);
    client.publish({ destination, binaryBody: value, headers: { kind: 'bytes' } });
    return answer;
  },
  close: (session) => session.close(),
});
