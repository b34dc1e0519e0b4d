import { open } from '../../../examples/clients/trpc-client.mjs';
import { mailbox, scenario } from './kit.mjs';

export const run = scenario({
  open({ url }) {
    const session = open(url);
    const ticks = mailbox();
    const subscription = session.client.tick.subscribe(undefined, {
      onData: () => ticks.came('tick'),
      onError() {},
    });
    return { ...session, ticks, subscription };
  },
  async text({ client, ticks }, value) {
    await ticks.wait('tick');
    return client.echo.query(value);
  },
  close(session) {
    session.subscription.unsubscribe();
    return session.close();
  },
});
