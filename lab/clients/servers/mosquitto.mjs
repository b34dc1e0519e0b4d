// @ts-check
/** mosquitto, with its WebSocket listener; sessions of clients outlive a restart. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePorts, restartable, startProcess, temporaryFolder, versionOf } from './process.mjs';

const COMMAND = '/usr/sbin/mosquitto';

export async function mosquitto() {
  const { folder, remove } = temporaryFolder('mosquitto');
  const [port] = await freePorts(1);
  const config = path.join(folder, 'mosquitto.conf');
  writeFileSync(
    config,
    [
      // With none but WebSocket listeners this version says that it has none at all, and ends.
      `listener 0 ${folder}/socket`,
      `listener ${port} 127.0.0.1`,
      'protocol websockets',
      'allow_anonymous true',
      'persistence true',
      `persistence_location ${folder}/`,
      'max_queued_messages 0',
      // Where its limit of 20 holds messages back, 2.0.11 now and then acknowledges one of QoS 1 and, when the reader's
      // link is cut just then, never passes it on: 5 of some 120 runs lost one, and none of 96 without the limit.
      'max_inflight_messages 0',
      // As root it would give up its rights, and with them the folder.
      'user root',
    ].join('\n'),
  );
  const start = () => startProcess(COMMAND, ['-c', config], { port, log: path.join(folder, 'log') });
  const server = await restartable(start);
  return {
    name: `mosquitto ${versionOf(COMMAND, ['-h'])}`,
    url: `ws://127.0.0.1:${port}/mqtt`,
    port,
    ...server,
    async stop() {
      await server.down();
      remove();
    },
  };
}
