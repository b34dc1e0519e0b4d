// @ts-check
/**
 * What every built app goes through, all targets of an example together, since they share the server that is killed.
 *
 * @typedef {object} App an app that runs: on an emulated host, or as a page in a browser
 * @property {(what: string, isSo: () => boolean | Promise<boolean>) => Promise<void>} until
 * @property {() => string | Promise<string>} state
 * @property {() => string[] | Promise<string[]>} lines what is shown as said, the newest first
 * @property {(text: string) => string | Promise<string>} say sends a text; returns which
 * @property {(label: string) => unknown} press
 *
 * @typedef {{ title: string, before?: () => Promise<void>, run: (app: any, index: number) => Promise<unknown> }} Step
 */

/** @param {App} app @param {string} state */
export const reaches = (app, state) =>
  app.until(`the state becomes ${state}`, async () => (await app.state()) === state);

/** Sends a text and waits until it came back. @param {App} app @param {string} text */
export async function echo(app, text) {
  await comesBack(app, await app.say(text));
}

/** @param {App} app @param {string} sent */
export function comesBack(app, sent) {
  const isShownTwice = async () => (await app.lines()).filter((line) => line === sent).length >= 2;
  return app.until(`"${sent}" comes back`, isShownTwice);
}

/** The page says that an MQTT broker has taken it. @param {App} app @param {string} sent */
export function isTaken(app, sent) {
  const says = async () => (await app.lines()).includes(`the broker has "${sent}"`);
  return app.until(`the broker has "${sent}"`, says);
}

/** The steps that need nothing but the page itself. */
/** @type {Step} */
export const connects = { title: 'connects and says so', run: (app) => reaches(app, 'open') };

/** @type {Step} */
export const echoes = {
  title: 'sends, and shows what comes back',
  async run(app) {
    await echo(app, 'hello');
    await echo(app, '你好');
  },
};

/** @type {Step} */
export const drops = {
  title: 'is cut off, says so, and comes back by itself',
  async run(app) {
    await app.press('Drop');
    await reaches(app, 'waiting');
    const shows = async () => (await app.lines()).some((/** @type {string} */ line) => line.startsWith('closed'));
    await app.until('the loss is shown', shows);
    await reaches(app, 'open');
    await echo(app, 'after the loss');
  },
};

/**
 * The server is killed, every app says so, and what is said meanwhile arrives once it is back.
 *
 * @param {import('./server.mjs').Server} server
 * @param {(app: any, sent: string) => Promise<void>} arrives
 * @returns {Step[]}
 */
export function outage(server, arrives = comesBack) {
  /** @type {string[]} */
  const said = [];
  return [
    {
      title: 'says that the server is gone',
      before: () => server.kill(),
      async run(app, index) {
        await app.until('the state is no longer open', async () => /waiting|connecting/.test(await app.state()));
        said[index] = await app.say('while it was gone');
      },
    },
    {
      title: 'is back with the server, and what was said meanwhile arrives',
      before: () => server.start(),
      async run(app, index) {
        await reaches(app, 'open');
        await arrives(app, said[index]);
      },
    },
  ];
}

/** @type {Step} */
export const closes = {
  title: 'closes for good, and connects again when told to',
  async run(app) {
    await app.press('Close');
    await reaches(app, 'closed');
    await app.press('Reconnect');
    await reaches(app, 'open');
    await echo(app, 'again');
  },
};

/**
 * @param {import('./reporter.mjs').Reporter} reporter
 * @param {string} example
 * @param {{ target: string, app: App }[]} apps
 * @param {Step[]} steps
 */
export async function play(reporter, example, apps, steps) {
  /** @type {Set<string>} */
  const stopped = new Set();
  for (const { title, before, run } of steps) {
    await before?.();
    await Promise.all(
      apps.map(async ({ target, app }, index) => {
        if (stopped.has(target)) return reporter.unreached(example, target, title);
        if (!(await reporter.check(example, target, title, () => run(app, index)))) stopped.add(target);
      }),
    );
  }
}
