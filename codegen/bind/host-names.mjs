// @ts-check
import { ts } from 'ts-morph';

/**
 * A manifest renames methods of the port, and lacks optional ones, and nothing else.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @returns {import('../problems.mjs').Problem[]}
 */
export function findUnknownNames({ hostMembers }, { manifest, placeOf }) {
  const { names = {}, lacks = [] } = manifest;
  const all = hostMembers.map(({ name }) => name);
  const optional = hostMembers.filter(({ flags }) => flags & ts.SymbolFlags.Optional).map(({ name }) => name);
  return [
    ...Object.keys(names)
      .filter((name) => !all.includes(name))
      .map((name) => ({
        place: placeOf(['names', name]),
        message: `the port has no method "${name}": it has ${all.join(', ')}.`,
      })),
    ...lacks
      .filter((name) => !optional.includes(name))
      .map((name) => ({
        place: placeOf(['lacks']),
        message: `"${name}" is no optional method of the port: those are ${optional.join(', ')}.`,
      })),
  ];
}

/**
 * What is known at build time of whether the host has a method of the port.
 *
 * @param {import('../manifest.mjs').Platform} platform
 * @param {string[]} [adapted] what the platform's adapter exports, if it has one
 * @returns {(name: string) => boolean | undefined}
 */
export function hostFacts({ manifest }, adapted) {
  const lacks = manifest.lacks ?? [];
  return (name) => {
    if (adapted) return adapted.includes(name);
    return lacks.includes(name) ? false : undefined;
  };
}
