// @ts-check
/**
 * The parts of the benchmark by name. Each is loaded when it is its turn, after its packages have been installed.
 *
 * @typedef {{ rounds: number, say: (line: string) => void }} How
 * @type {Record<string, (how: How) => Promise<any>>}
 */
export const parts = {
  size: async (how) => (await import('./size/index.mjs')).size(how),
  inbound: async (how) => (await import('./message/index.mjs')).inbound(how),
  outbound: async (how) => (await import('./message/index.mjs')).outbound(how),
  memory: async (how) => (await import('./memory/index.mjs')).memory(how),
  recovery: async (how) => (await import('./recovery/index.mjs')).recovery(how),
  suspicion: async (how) => (await import('./suspicion/index.mjs')).suspicion(how),
  crowd: async (how) => (await import('./crowd/index.mjs')).crowd(how),
  build: async (how) => (await import('./build/index.mjs')).build(how),
};
