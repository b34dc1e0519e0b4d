import { open } from '../../../examples/clients/graphql-ws.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  open({ url }) {
    const session = open(url);
    const ticks = mailbox();
    const stop = session.client.subscribe(
      { query: 'subscription { tick }' },
      { next: () => ticks.came('tick'), error() {}, complete() {} },
    );
    return { ...session, ticks, stop };
  },
  // A query connects when it must: that the subscription goes on shows that the client came back by itself.
  async text({ client, ticks }, value) {
    await ticks.wait('tick');
    const query = { query: 'query ($text: String) { echo(text: $text) }', variables: { text: value } };
    return new Promise((resolve, reject) => {
      client.subscribe(query, { next: ({ data }) => resolve(data.echo), error: reject, complete() {} });
    });
  },
  close(session) {
    session.stop();
    return session.close();
  },
});
