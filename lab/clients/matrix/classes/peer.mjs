// @ts-check
/** What a recipe takes from our class besides, for a class that has nothing of it. */

/** @template {any} Class @param {Class} Peer @returns {Class} */
export function asSocket(Peer) {
  /** @type {any} */ (Peer).with = () => Peer;
  return Peer;
}

/** No recipe hears of the app and the network: none of the troubles of the matrix comes from there. */
export const network = { addEventListener() {}, removeEventListener() {} };
