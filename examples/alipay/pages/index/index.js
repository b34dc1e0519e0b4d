const link = require('../../utils/link.js');

Page({
  data: { ready: false, state: 'connecting', latency: '–', text: 'hello', lines: [] },

  onLoad() {
    link.then(
      (task) => this.watch(task),
      (error) => {
        this.say('error', error.message);
        this.setData({ state: 'closed' });
      },
    );
  },

  onUnload() {
    clearInterval(this.clock);
    // The link belongs to the app and stays: only what this page added goes.
    for (const stop of this.stops || []) stop();
  },

  watch(task) {
    this.task = task;
    this.stops = [
      task.on('state', () => this.show()),
      task.on('open', () => this.say('note', 'open')),
      task.on('message', ({ data }) => this.say('received', data)),
      task.on('error', ({ errMsg }) => this.say('error', errMsg)),
      task.on('close', ({ code, cause, reason, willReconnect }) => {
        this.say('note', `closed: ${code} ${cause}${reason && ` ${reason}`}${willReconnect ? '' : ', for good'}`);
      }),
      task.on('reconnect', ({ attempt, delay }) => this.say('note', `attempt ${attempt} in ${Math.round(delay)} ms`)),
    ];
    this.clock = setInterval(() => this.show(), 1000);
    this.setData({ ready: true });
    this.show();
  },

  show() {
    const { state, latency } = this.task;
    this.setData({ state, latency: latency === null ? '–' : `${latency} ms` });
  },

  say(kind, data) {
    const text = typeof data === 'string' ? data : `${data.byteLength} bytes`;
    this.said = (this.said || 0) + 1;
    const line = { id: this.said, kind, text };
    this.setData({ lines: [line].concat(this.data.lines).slice(0, 50) });
  },

  type({ detail }) {
    this.setData({ text: detail.value });
  },

  send() {
    const data = this.data.text;
    this.say('sent', data);
    this.task.send({ data, fail: ({ errMsg }) => this.say('error', errMsg) });
  },

  /** Asks the example server to cut the connection without a word. */
  drop() {
    this.task.send('/drop');
  },

  close() {
    this.task.close();
  },

  reconnect() {
    this.task.reconnect();
  },
});
