// @ts-check
/**
 * Rounds in which everybody takes a turn, so that a slow moment of the machine meets all alike. Each round starts with
 * somebody else.
 */

/**
 * @template T, R
 * @param {T[]} subjects
 * @param {number} rounds
 * @param {(subject: T, round: number) => Promise<R>} measure
 * @returns {Promise<{ subject: T, measured: R[] }[]>}
 */
export async function interleave(subjects, rounds, measure) {
  const rows = subjects.map((subject) => ({ subject, measured: /** @type {R[]} */ ([]) }));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < rows.length; turn += 1) {
      const row = rows[(turn + round) % rows.length];
      row.measured.push(await measure(row.subject, round));
    }
  }
  return rows;
}
