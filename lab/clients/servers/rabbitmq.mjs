// @ts-check
/** RabbitMQ with MQTT and STOMP over WebSocket. One of it, with an epmd of its own, since it takes seconds to start. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePorts, restartable, startProcess, temporaryFolder, versionOf } from './process.mjs';

const FOLDER = '/usr/lib/rabbitmq/bin';

export async function rabbitmq() {
  const { folder, remove } = temporaryFolder('rabbitmq');
  const [epmdPort, distribution, amqp, mqtt, webMqtt, stomp, webStomp] = await freePorts(7);
  const file = (/** @type {string} */ name, /** @type {string} */ text) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const config = file(
    'rabbitmq.conf',
    [
      `listeners.tcp.default = 127.0.0.1:${amqp}`,
      `mqtt.listeners.tcp.default = 127.0.0.1:${mqtt}`,
      `stomp.listeners.tcp.1 = 127.0.0.1:${stomp}`,
      'web_mqtt.tcp.ip = 127.0.0.1',
      `web_mqtt.tcp.port = ${webMqtt}`,
      'web_stomp.tcp.ip = 127.0.0.1',
      `web_stomp.tcp.port = ${webStomp}`,
      // In frames of text a body of bytes would be broken.
      'web_stomp.ws_frame = binary',
      'mqtt.allow_anonymous = true',
      'log.console = true',
      'log.console.level = error',
    ].join('\n'),
  );
  const plugins = file('enabled_plugins', '[rabbitmq_web_mqtt,rabbitmq_web_stomp].');
  const env = {
    HOME: folder,
    ERL_EPMD_PORT: String(epmdPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `clients${amqp}@localhost`,
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_CONFIG_FILE: config,
    RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
    RABBITMQ_MNESIA_BASE: path.join(folder, 'data'),
    RABBITMQ_LOG_BASE: path.join(folder, 'log'),
    RABBITMQ_PID_FILE: path.join(folder, 'pid'),
    // A daemon of Erlang would stay behind: ours ends with us.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-start_epmd false +S 2:2',
  };
  const epmd = await startProcess('epmd', ['-port', String(epmdPort), '-address', '127.0.0.1'], {
    port: epmdPort,
    log: path.join(folder, 'epmd.log'),
  });
  const start = () =>
    startProcess(`${FOLDER}/rabbitmq-server`, [], {
      port: webStomp,
      log: path.join(folder, 'console.log'),
      env,
      cwd: folder,
    });
  const { restart, down } = await restartable(start);
  return {
    name: `rabbitmq-server ${versionOf('dpkg-query', ['--show', 'rabbitmq-server'])}`,
    urls: { mqtt: `ws://127.0.0.1:${webMqtt}/ws`, stomp: `ws://127.0.0.1:${webStomp}/ws` },
    restart,
    async stop() {
      await down();
      await epmd.end();
      remove();
    },
  };
}
