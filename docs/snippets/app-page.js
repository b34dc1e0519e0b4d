// pages/chat/chat.js
const appLink = require('./app-link.js');

Page({
  data: { messages: [] },
  onLoad() {
    this.stops = [];
    appLink().then((task) => {
      if (this.isGone) return;
      this.stops.push(
        task.on('message', ({ data }) => this.setData({ messages: [...this.data.messages, data] })),
        task.on('state', ({ state }) => this.setData({ state })),
      );
      this.setData({ state: task.state });
    });
  },
  onUnload() {
    this.isGone = true;
    for (const stop of this.stops) stop();
  },
  say() {
    appLink().then((task) => task.send('hello'));
  },
});
