import { open } from '../../../examples/clients/supabase-realtime-js.mjs';
import { mailbox, scenario, until } from './kit.mjs';

export const run = scenario({
  async open({ url, room }) {
    const session = open(url, { params: { apikey: 'key' } });
    const box = mailbox();
    const channel = session.client.channel(room, { config: { broadcast: { self: true } } });
    channel.on('broadcast', { event: 'text' }, ({ payload }) => box.came(payload.value));
    channel.on('broadcast', { event: 'bytes' }, ({ payload }) => box.came(new Uint8Array(payload)));
    channel.subscribe();
    await until(() => channel.state === 'joined', 'the channel is not joined');
    return { ...session, box, channel };
  },
  async text({ channel, box }, value) {
    const answer = box.wait(value);
    await channel.send({ type: 'broadcast', event: 'text', payload: { value } });
    return answer;
  },
  async bytes({ channel, box }, value) {
    const answer = box.wait(value);
    await channel.send({ type: 'broadcast', event: 'bytes', payload: value.slice().buffer });
    return answer;
  },
  close: (session) => session.close(),
});
