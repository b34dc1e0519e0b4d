/** Two nodes with the Redis adapter between them; the one that the client is on is killed. */
import { open } from '../../../examples/clients/socket.io-client.mjs';
import { mailbox, pause, scenario, within } from './kit.mjs';

export const run = scenario({
  losses: false,
  async open({ url, urls, room }) {
    const hearer = member(url, room);
    const speaker = member(urls[1], room);
    await Promise.all([hearer.joined(), speaker.joined()]);
    return { hearer, speaker, members: [hearer, speaker], room };
  },
  text: said,
  async more(session, api, check) {
    await check('node killed', async () => {
      const node = await api.call('kill', 0);
      api.tell('killed', `socket.io ${node} of two, which the client was on`);
      return again(session);
    });
    await check('node back', async () => {
      await api.call('start', 0);
      const newcomer = member(api.urls[0], session.room);
      session.members.push(newcomer);
      await within(30000, newcomer.joined(), 'no newcomer on the node that is back');
      await again({ ...session, speaker: newcomer });
    });
  },
  close: ({ members }) => Promise.all(members.map(({ close }) => close())),
});

/** A client that is in the room, after each connection anew. */
function member(url, room) {
  const { client, close } = open(url.replace(/^ws/, 'http'));
  const box = mailbox();
  let joined;
  const ready = new Promise((resolve) => {
    joined = resolve;
  });
  client.on('connect', () => client.emit('join', room, joined));
  client.on('said', box.came);
  return { client, box, close, joined: () => ready };
}

function said({ hearer, speaker, room }, value) {
  const heard = hearer.box.wait(value);
  speaker.client.emit('say', room, value);
  return heard;
}

async function again(session) {
  const from = Date.now();
  for (let turn = 0; Date.now() - from < 30000; turn += 1) {
    const value = `after ${from} ${turn}`;
    const heard = await within(1000, said(session, value), 'nothing heard').catch(() => '');
    if (heard === value) return Date.now() - from;
    await pause(100);
  }
  throw new Error('not heard again within 30 s');
}
