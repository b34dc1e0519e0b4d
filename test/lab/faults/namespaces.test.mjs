// @ts-check
import { describe, expect, it } from 'vitest';
import { mistakesOf } from '../../../lab/faults/mistakes.mjs';
import { createNetwork, whyNot } from '../../../lab/faults/namespaces/network.mjs';
import { runInNamespaces } from '../../../lab/faults/namespaces/run.mjs';

const reason = whyNot();
const title = reason ? `packets really dropped: skipped, ${reason}` : 'packets really dropped';
if (reason) console.log(title);

describe.skipIf(reason)(title, () => {
  it('are noticed by the heartbeat, and the link is back when they arrive again', async () => {
    const { outcomes } = await runInNamespaces();
    expect(outcomes.flatMap(mistakesOf)).toEqual([]);
    expect(outcomes.map(({ entry }) => entry)).toEqual(['wechat', 'alipay', 'baidu', 'index']);
  }, 30_000);

  it('leaves no namespace behind', () => {
    const network = createNetwork();
    expect(network.list()).toEqual(expect.arrayContaining([network.near, network.far]));
    network.remove();
    expect(network.list()).not.toContain(network.near);
    expect(network.list()).not.toContain(network.far);
  });
});
