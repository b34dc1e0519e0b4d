import type { Raw } from '../port';

/** A class in ES5: what makes an object, with these members for all of them. */
export function define(make: Raw, members: Raw): Raw {
  for (const name in members) make.prototype[name] = members[name];
  return make;
}
