const { client } = require('../../utils/link.js');

const TOPIC = `mde/${Math.random().toString(36).slice(2)}`;

Page({
  data: { ready: true, state: 'connecting', latency: '–', text: 'hello', lines: [] },

  onLoad() {
    this.handlers = {
      connect: () => {
        this.setData({ state: 'open' });
        this.say('note', 'open');
      },
      message: (_topic, message) => this.receive(message.toString()),
      error: (error) => this.say('error', error.message),
      close: () => this.lost(),
      reconnect: () => this.setData({ state: 'connecting' }),
      end: () => this.setData({ state: 'closed' }),
    };
    for (const [type, handler] of Object.entries(this.handlers)) client.on(type, handler);
    // The broker is told again by the client after each reconnection.
    client.subscribe(TOPIC, { qos: 1 });
    if (client.connected) this.setData({ state: 'open' });
  },

  onUnload() {
    // The client belongs to the app and stays: only what this page added goes.
    for (const [type, handler] of Object.entries(this.handlers)) client.off(type, handler);
  },

  lost() {
    const isLast = client.disconnecting;
    if (this.data.state === 'open' || isLast) this.say('note', isLast ? 'closed, for good' : 'closed');
    this.setData({ state: isLast ? 'closed' : 'waiting' });
  },

  receive(text) {
    this.setData({ latency: `${Date.now() - this.sentAt} ms` });
    this.say('received', text);
  },

  say(kind, text) {
    this.said = (this.said || 0) + 1;
    const line = { id: this.said, kind, text };
    this.setData({ lines: [line].concat(this.data.lines).slice(0, 50) });
  },

  type({ detail }) {
    this.setData({ text: detail.value });
  },

  /**
   * The client keeps it until the broker has it (QoS 1), over as many links as that takes. A broker that has just
   * started has it before it is told of the subscription, and sends nothing back.
   */
  send() {
    const { text } = this.data;
    this.say('sent', text);
    this.sentAt = Date.now();
    client.publish(TOPIC, text, { qos: 1 }, (error) => {
      if (error) this.say('error', error.message);
      else this.say('note', `the broker has "${text}"`);
    });
  },

  /** The example broker cuts off who publishes this. */
  drop() {
    client.publish('drop', '');
  },

  close() {
    client.end();
  },

  reconnect() {
    if (this.data.state === 'closed') client.reconnect();
    else client.stream.destroy();
  },
});
