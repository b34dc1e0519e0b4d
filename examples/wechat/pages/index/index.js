const link = require('../../utils/link.js');

Page({
  data: { state: 'connecting', messages: [] },

  onLoad() {
    link.then((task) => {
      const showState = () => this.setData({ state: task.state });
      const showMessage = ({ data }) => this.setData({ messages: this.data.messages.concat(data) });
      this.leave = [task.on('open', showState), task.on('close', showState), task.on('message', showMessage)];
      showState();
    });
  },

  onUnload() {
    link.then(() => {
      for (const off of this.leave) off();
    });
  },

  hello() {
    link.then((task) => task.send('hello'));
  },
});
