import { open } from '../../../examples/clients/phoenix.mjs';
import { scenario } from './kit.mjs';

export const run = scenario({
  open({ url, room }) {
    const session = open(url);
    const channel = session.client.channel(`room:${room}`, {});
    channel.join();
    return { ...session, channel };
  },
  text: ({ channel }, value) => answered(channel.push('echo', { value })).then((reply) => reply.value),
  bytes: ({ channel }, value) => answered(channel.push('echo', value.slice().buffer)),
  close: (session) => session.close(),
});

const answered = (push) => new Promise((resolve, reject) => push.receive('ok', resolve).receive('error', reject));
