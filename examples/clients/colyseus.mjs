import { Client } from 'colyseus.js';
import { network } from 'mde-websocket/wechat/websocket';

/** The code of a server that wants the player to go. */
const CONSENTED = 4000;

/** Seats are given over HTTP, and there is no XMLHttpRequest: the app asks for one itself. */
function takeSeat(url, path, options) {
  return new Promise((resolve, reject) => {
    wx.request({
      url: `${url.replace(/^ws/, 'http')}/matchmake/${path}`,
      method: 'POST',
      data: options,
      success: ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/**
 * @param {string} url
 * @param {string} name of the room
 * @param {(room: import('colyseus.js').Room) => void} onRoom sets the room's handlers, at first and after each return
 */
export async function open(url, name, onRoom) {
  const client = new Client(url);
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  let left = false;
  const session = { room: undefined, close };

  async function enter(path, options) {
    const seat = await takeSeat(url, path, options);
    session.room = await client.consumeSeatReservation(Object.assign(seat, options));
    // Code 1000 is no sign of an end: WeChat reports it where it cuts a link in the background.
    session.room.onLeave((code) => left || code === CONSENTED || comeBack(session.room));
    session.room.onMessage('answer', () => {});
    onRoom(session.room);
  }

  // The client of 0.16 does not come back by itself; the room keeps the seat with `allowReconnection`.
  async function comeBack({ roomId, reconnectionToken }) {
    for (let attempt = 0; !left; attempt += 1) {
      const token = { reconnectionToken: reconnectionToken.split(':')[1] };
      const kept = await enter(`reconnect/${roomId}`, token).then(
        () => true,
        () => false,
      );
      if (
        kept ||
        (await enter(`joinOrCreate/${name}`, {}).then(
          () => true,
          () => false,
        ))
      )
        return;
      await pause(Math.random() * Math.min(30000, 2000 * 2 ** attempt));
    }
  }

  const again = () => session.room.connection.close(4001);
  // The room's part: `onMessage('ask', (client) => client.send('answer'))`, and to say something every 20 s.
  const ask = () => session.room.connection.isOpen && session.room.send('ask');
  function close() {
    left = true;
    network.removeEventListener('online', again);
    network.removeEventListener('visible', ask);
    return session.room.leave();
  }
  await enter(`joinOrCreate/${name}`, {});
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return session;
}
