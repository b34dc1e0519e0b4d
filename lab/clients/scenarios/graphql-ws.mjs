import { open } from '../../../examples/clients/graphql-ws.mjs';
import { scenario } from './kit.mjs';

export const run = scenario({
  open({ url }) {
    const session = open(url);
    const ticks = [];
    const watch = () =>
      new Promise((resolve) => {
        ticks.push(resolve);
      });
    const stop = session.client.subscribe(
      { query: 'subscription { tick }' },
      { next: () => ticks.splice(0).forEach((tick) => tick()), error() {}, complete() {} },
    );
    return { ...session, watch, stop };
  },
  // A query connects when it must: that the subscription goes on shows that the client came back by itself.
  async text({ client, watch }, value) {
    await watch();
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
