/**
 * At least once over a task: a message is kept until the server has named its id, and sent again after every reconnect.
 * The server must know an id that it has seen, since the same message may arrive twice.
 */
export function acknowledged(task, newId) {
  const unconfirmed = new Map();

  task.on('open', () => {
    for (const frame of unconfirmed.values()) task.send(frame);
  });
  task.on('message', ({ data }) => {
    if (typeof data !== 'string' || !data.startsWith('{')) return;
    const { ack } = JSON.parse(data);
    if (ack) unconfirmed.delete(ack);
  });

  return function send(body) {
    const id = newId();
    const frame = JSON.stringify({ id, body });
    unconfirmed.set(id, frame);
    // While there is no link the frame waits here, not in the queue of the task: else it would go out twice.
    if (task.state === 'open') task.send(frame);
  };
}
