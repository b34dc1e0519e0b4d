// @ts-check
/** Words that nobody but the application and the server may read, and the places where an application puts them. */
import fc from 'fast-check';

export const WORD = 'top-secret';
export const NUMBER = -48151623;
export const SECRET = /top-secret|48151623/;

/** Whatever a secret can be. A number that came for an option may be named, so those are a matter of their own. */
export function secrets() {
  const bytes = new TextEncoder().encode(WORD);
  return [WORD, [WORD], { [WORD]: WORD }, bytes.buffer, bytes, new Error(WORD), () => WORD];
}

const secret = fc.nat(secrets().length - 1).map((index) => secrets()[index]);

/** What the application, the server and the host do, in any order. */
export const deeds = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ what: fc.constantFrom('open', 'message', 'end', 'break', 'pause', 'silence') }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constantFrom('send', 'send with callbacks', 'close', 'on a type', 'on open', 'reconnect'),
        secret,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('quirk'),
        quirk: fc.constantFrom('sendThrows', 'sendFails', 'closeThrows', 'connectThrows', 'duplicateEvents'),
      }),
    },
  ),
  { minLength: 10, maxLength: 30 },
);
