import MdeWebsocket, { type CloseEvent, type Task } from 'mde-websocket/wechat';

type Inbound = { type: 'chat'; text: string } | { type: 'end'; reason: string };

export async function connect(url: string, receive: (message: Inbound) => void): Promise<Task> {
  const task = await MdeWebsocket({
    params: { url, timeout: 8000, perMessageDeflate: true },
    shouldReconnect: ({ code }: CloseEvent) => code !== 4401,
  });
  task.on('message', ({ data }) => {
    if (typeof data === 'string') receive(JSON.parse(data));
  });
  return task;
}
