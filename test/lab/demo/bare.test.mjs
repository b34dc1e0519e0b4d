// @ts-check
import { describe, expect, test } from 'vitest';
import { recoveriesOf } from '../../../lab/demo/drawing/facts.mjs';
import { drawPage } from '../../../lab/demo/page.mjs';
import { gainOf, reportOf } from '../../../lab/demo/report.mjs';
import { judge } from '../../../lab/demo/verdict.mjs';
import { platforms, recordingOf } from './recording.mjs';

const link = 'bare';

/** The small recording with a lane beside it that never notices the half-open link. */
function withBare() {
  const recording = recordingOf((entries) => [
    ...entries,
    { at: 15, kind: 'state', link, state: 'connecting', attempt: 0 },
    { at: 55, kind: 'state', link, state: 'open', attempt: 0 },
    { at: 500, kind: 'said', link, n: 1 },
    { at: 501, kind: 'settled', link, n: 1 },
    { at: 503, kind: 'arrived', link, n: 1 },
    { at: 1010, kind: 'state', link, state: 'waiting', attempt: 0, cause: 'onClose', code: 1006, delay: 1000 },
    { at: 1300, kind: 'said', link, n: 2 },
    { at: 1301, kind: 'settled', link, n: 2, fail: 'not open' },
    { at: 2010, kind: 'state', link, state: 'connecting', attempt: 1 },
    { at: 2050, kind: 'state', link, state: 'open', attempt: 1 },
    { at: 3100, kind: 'said', link, n: 3 },
  ]);
  const lane = { id: link, platform: 'wechat', name: 'WeChat, bare API', told: 'bare API: ', isBare: true };
  return { ...recording, links: [...recording.links, lane] };
}

describe('the lane of the bare API', () => {
  test('is shown, and not judged', () => {
    expect(judge(withBare()).problems).toEqual([]);
  });

  test('meets the troubles of the link beside it', () => {
    const recovered = recoveriesOf(withBare(), link).map(({ trouble, backAt }) => [trouble.name, backAt]);
    expect(recovered).toEqual([
      ['restart', 2050],
      ['half-open', undefined],
    ]);
  });

  test('has rows of its own in the tables', () => {
    const [{ tables }] = reportOf(withBare(), platforms);
    expect(tables[1].rows).toContainEqual(['bare API: not open', '1']);
    expect(tables[2].rows).toContainEqual([
      'bare API: restart',
      'onClose',
      '0.01\u00a0s',
      '1',
      '1.04\u00a0s',
      '0.95\u00a0s',
    ]);
  });

  test('is compared in a sentence, on the page too', () => {
    const sentence =
      'WeChat, bare API: 1 of 3 messages arrived and 1 of 2 troubles were over before the next; beside it, with the library, 2 of 4 and 2 of 2.';
    expect(gainOf(withBare())).toEqual([sentence]);
    expect(drawPage(withBare(), platforms, judge(withBare()))).toContain(sentence);
  });
});

test('the page says where messages go that are dropped, and which timeouts are short', () => {
  const page = drawPage(recordingOf(), platforms, judge(recordingOf()));
  expect(page).toMatch(/means that it took a message, not that the server has it/);
  expect(page).toContain('pingTimeout 1000 ms (default 15000)');
});
