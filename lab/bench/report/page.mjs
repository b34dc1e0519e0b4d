// @ts-check
/** `docs/benchmarks.md` from the results of a run, and the pictures beside it. */
import { writeFileSync } from 'node:fs';
import { buildSection } from './build.mjs';
import { crowdSection } from './crowd.mjs';
import { memorySection } from './memory.mjs';
import { inboundSection, outboundSection } from './message.mjs';
import { recoverySection } from './recovery.mjs';
import { sizeSection } from './size.mjs';
import { summarySection } from './summary.mjs';
import { suspicionSection } from './suspicion.mjs';
import { table } from './table.mjs';

/** @type {Record<string, (part: any) => string>} */
const sections = {
  size: sizeSection,
  inbound: inboundSection,
  outbound: outboundSection,
  memory: memorySection,
  recovery: recoverySection,
  suspicion: suspicionSection,
  crowd: crowdSection,
  build: buildSection,
};

const docs = new URL('../../../docs/', import.meta.url);

/** @param {any} results @param {{ isWhole: boolean }} what of a part only its chapters */
export function pageOf(results, { isWhole }) {
  const measured = Object.keys(sections).filter((name) => results[name]);
  const chapters = measured.map((name) => sections[name](results[name]));
  if (!isWhole) return chapters.join('\n\n');
  return `${[opening(results), summarySection(results), ...chapters].join('\n\n')}\n`;
}

/** @param {string} page @param {any} crowd of the same results */
export async function keepPage(page, crowd) {
  const { plotCrowd } = await import('../crowd/plots.mjs');
  const { arrivals, back } = await plotCrowd(crowd);
  writeFileSync(new URL('benchmarks-crowd-arrivals.svg', docs), arrivals);
  writeFileSync(new URL('benchmarks-crowd-back.svg', docs), back);
  writeFileSync(new URL('benchmarks.md', docs), page);
}

/** @param {any} results */
function opening({ machine, versions, seconds, partSeconds }) {
  const { cpu, cores, memoryGiB, platform, node, v8 } = machine;
  const timed = Object.entries(partSeconds).map(([name, part]) => `${name} ${part}`);
  const named = Object.entries(versions).map(([name, version]) => [name, String(version)]);
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. mde-websocket beside what people would pick instead, all in one run, each on
the same emulated host. Peers that know only a browser's \`WebSocket\` get one: a minimal adapter over the same host
(\`lab/bench/hosts/browser-websocket.mjs\`), whose own share is measured too. A peer without a heartbeat is measured as it is
and, as "+ heartbeat", with the one that applications write themselves.

Figures are medians of interleaved rounds, as many as each chapter says, with the lowest and the highest in brackets.
Every benchmark checks that its messages arrived and its links came back, and fails otherwise.

Machine: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${platform}; Node ${node}, V8 ${v8}. The run took ${seconds} s:
${timed.join(', ')}.

<details><summary>Versions</summary>

${table(['package', 'version'], named)}

</details>`;
}
