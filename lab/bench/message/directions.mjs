// @ts-check
/**
 * The ways of a message: from the host to the application, from the application to the host, and a burst of sends that
 * the host answers only when all are out, as a real one does.
 *
 * @typedef {Awaited<ReturnType<typeof import('./rig.mjs').openRig>>} Rig
 * @typedef {{ messages: number, run: () => void, verify: () => void }} Work
 */
import { verify } from '../check.mjs';
import { verifyMessages } from './check.mjs';
import { MESSAGE } from './message.mjs';

const BURST = 1000;

/** @type {Record<string, (who: string, rig: Rig) => Work>} */
export const directions = {
  inbound(who, { counts, receive }) {
    let expected = 0;
    return {
      messages: 1,
      run() {
        expected += 1;
        receive();
      },
      verify: () => verifyMessages(who, { expected, arrived: counts.received, last: counts.last, message: MESSAGE }),
    };
  },

  outbound(who, { socket, send }) {
    const before = socket.sent;
    let expected = 0;
    return {
      messages: 1,
      run() {
        expected += 1;
        send();
      },
      verify: () =>
        verifyMessages(who, { expected, arrived: socket.sent - before, last: socket.last, message: MESSAGE }),
    };
  },

  burst(who, { socket, connection }) {
    const { sendWatched } = connection;
    verify(sendWatched, `${who} does not tell what became of a message`);
    let expected = 0;
    let answered = 0;
    const success = () => {
      answered += 1;
    };
    return {
      messages: BURST,
      run() {
        socket.answers = false;
        for (let count = 0; count < BURST; count += 1) sendWatched(MESSAGE, success);
        expected += BURST;
        for (const answer of socket.unanswered.splice(0)) answer();
      },
      verify: () => verifyMessages(who, { expected, arrived: answered, last: socket.last, message: MESSAGE }),
    };
  },
};
