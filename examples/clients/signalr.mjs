import { HttpClient, HttpTransportType, HubConnectionBuilder, HubConnectionState } from '@microsoft/signalr';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The server pings every 15 s. After a return to the app it has 5 s to say something.
const Link = Socket.with({ idleTimeout: 35000 });

/** SignalR asks for one although nothing goes over HTTP where the negotiation is skipped. */
class NoHttp extends HttpClient {
  send({ url }) {
    return Promise.reject(new Error(`SignalR wants ${url} over HTTP: keep skipNegotiation, or give it an HttpClient`));
  }
}

/** @param {string} url @param {import('@microsoft/signalr').IHttpConnectionOptions} [options] */
export function open(url, options) {
  const client = new HubConnectionBuilder()
    .withUrl(url, {
      WebSocket: Link,
      httpClient: new NoHttp(),
      skipNegotiation: true,
      transport: HttpTransportType.WebSockets,
      ...options,
    })
    // Without a policy of one's own it gives up after four attempts.
    .withAutomaticReconnect({
      nextRetryDelayInMilliseconds: ({ previousRetryCount }) =>
        Math.random() * Math.min(30000, 2000 * 2 ** previousRetryCount),
    })
    .build();
  let wanted = true;
  // `start` makes one attempt, and the policy above holds only once it has succeeded.
  const start = async () => {
    if (!wanted || client.state !== HubConnectionState.Disconnected) return;
    await client.start().catch(() => setTimeout(start, 2000));
  };
  // While it connects it is on its way by itself.
  const again = () => client.state === HubConnectionState.Connected && client.stop().then(start);
  // That a hub has no such method is an answer as well.
  const ask = () => client.state === HubConnectionState.Connected && client.invoke('Ask').catch(() => {});
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  /** The client's own would go out ahead of its handshake while it connects, and the server would end the link. */
  async function invoke(method, ...values) {
    if (client.state !== HubConnectionState.Connected) throw new Error(`SignalR is ${client.state}`);
    return client.invoke(method, ...values);
  }
  return {
    client,
    invoke,
    started: start(),
    close() {
      wanted = false;
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      return client.stop();
    },
  };
}
