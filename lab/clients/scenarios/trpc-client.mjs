import { open } from '../../../examples/clients/trpc-client.mjs';
import { scenario } from './kit.mjs';

export const run = scenario({
  open({ url }) {
    const session = open(url);
    const ticks = [];
    const watch = () =>
      new Promise((resolve) => {
        ticks.push(resolve);
      });
    const subscription = session.client.tick.subscribe(undefined, {
      onData: () => ticks.splice(0).forEach((tick) => tick()),
      onError() {},
    });
    return { ...session, watch, subscription };
  },
  async text({ client, watch }, value) {
    await watch();
    return client.echo.query(value);
  },
  close(session) {
    session.subscription.unsubscribe();
    return session.close();
  },
});
