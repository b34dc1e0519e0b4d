// @ts-check
/** The account of a soak tells each way in which a message can be lost, whatever the bundle says of it. */
import { expect, it } from 'vitest';
import { createAccount } from '../../../lab/soak/account.mjs';
import { createCarriers } from '../../../lab/soak/carriers.mjs';

/** Task 0 sends four messages; the host's socket is given them all, and the host calls it a success. */
function handedFour() {
  const account = createAccount(2, 10);
  const socket = account.dial();
  for (let number = 0; number < 4; number += 1) {
    account.handOver(0, account.send(0), socket);
    account.answer(0, number, 'success');
  }
  return { account, socket };
}

it('finds a queue that was thrown away as a success', () => {
  const account = createAccount(1, 10);
  const socket = account.dial();
  account.answer(0, account.send(0), 'success');
  account.handOver(0, account.send(0), socket);
  account.answer(0, 1, 'success');
  account.arrive(0, 1, socket);
  account.strike(socket);
  expect(account.wrong.unhanded).toBe(1);
  expect(account.close()).toMatchObject({ sent: 2, delivered: 1, lostWithLink: 0, lostOnLink: 0, lostUnstruck: 0 });
});

it('explains a loss by the link that was struck, and only of the last that it carried', () => {
  const { account, socket } = handedFour();
  account.arrive(0, 0, socket);
  account.arrive(0, 2, socket);
  account.strike(socket);
  expect(account.close()).toMatchObject({ sent: 4, delivered: 2, lostOnLink: 1, lostWithLink: 1, lostUnstruck: 0 });
});

it('does not explain it by the link of another task, or by the next of the same', () => {
  const { account, socket } = handedFour();
  account.arrive(0, 0, socket);
  account.strike(account.dial());
  expect(account.close()).toMatchObject({ sent: 4, delivered: 1, lostOnLink: 0, lostWithLink: 0, lostUnstruck: 3 });
});

it('counts what was failed, and what was never answered', () => {
  const account = createAccount(1, 10);
  account.answer(0, account.send(0), 'fail');
  account.send(0);
  expect(account.close()).toMatchObject({ sent: 2, failed: 1, unanswered: 1 });
});

it('sees what came twice, out of order, from nowhere or from elsewhere', () => {
  const { account, socket } = handedFour();
  for (const number of [1, 0, 1]) account.arrive(0, number, socket);
  account.handOver(0, 7, socket);
  account.arrive(0, 7, socket);
  account.arrive(0, 3, account.dial());
  account.handOver(0, 2, socket);
  account.answer(0, 0, 'fail');
  account.hear(0, 1, false);
  account.hear(0, 0, false);
  account.hear(0, 0, true);
  expect(account.wrong).toEqual({
    unhanded: 0,
    handedTwice: 1,
    receivedTwice: 1,
    heardTwice: 1,
    answeredTwice: 1,
    outOfOrder: 2,
    elsewhere: 1,
    unknown: 1,
  });
});

it('is settled when the host answered everything and the server the last', () => {
  const { account } = handedFour();
  expect(account.isSettled(0)).toBe(false);
  account.hear(0, 3, false);
  expect(account.isSettled(0)).toBe(true);
});

it('learns which socket was struck, whether the server or the proxy speaks first', () => {
  const { account } = handedFour();
  const links = [1001, 1002, 1003].map((port) => /** @type {any} */ ({ port: () => port }));
  const carriers = createCarriers(account, new Set(links));
  const second = account.dial();
  account.handOver(1, account.send(1), second);
  account.answer(1, 0, 'success');
  carriers.strike(links[0]);
  carriers.meet(1, 1001);
  carriers.meet(second, 1002);
  expect(account.close()).toMatchObject({ lostWithLink: 4, lostUnstruck: 1 });
  carriers.strike(links[1]);
  expect(account.close()).toMatchObject({ lostWithLink: 5, lostUnstruck: 0 });
  expect(() => carriers.meet(account.dial(), undefined)).not.toThrow();
});
