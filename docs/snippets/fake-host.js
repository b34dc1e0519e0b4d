/** A host without a network for the tests of your app: it says what you tell it to. */
export function fakeHost() {
  const sockets = [];
  return {
    sockets,
    connectSocket(params) {
      const heard = {};
      const on = (type) => (listener) => {
        heard[type] = listener;
      };
      sockets.push({
        params,
        sent: [],
        open: () => heard.open({ header: {} }),
        say: (data) => heard.message({ data }),
        drop: (code = 1006) => heard.close({ code, reason: '' }),
      });
      const socket = sockets[sockets.length - 1];
      return {
        onOpen: on('open'),
        onMessage: on('message'),
        onError: on('error'),
        onClose: on('close'),
        send({ data, success }) {
          socket.sent.push(data);
          success?.({ errMsg: 'sendSocketMessage:ok' });
        },
        close({ code = 1000, reason = '' }) {
          setTimeout(() => heard.close({ code, reason }));
        },
      };
    },
  };
}
