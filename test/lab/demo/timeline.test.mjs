// @ts-check
import { describe, expect, test } from 'vitest';
import { createScreen } from '../../../lab/demo/screen.mjs';
import { createTimeline } from '../../../lab/demo/timeline.mjs';
import { recordingOf } from './recording.mjs';

const platforms = [
  { id: 'wechat', name: 'WeChat' },
  { id: 'baidu', name: 'Baidu' },
];

/** @param {{ isTTY?: boolean, columns?: number }} [kind] @param {Record<string, string>} [environment] */
function terminal(kind, environment = {}) {
  let text = '';
  const stream = {
    ...kind,
    write: (/** @type {string} */ part) => {
      text += part;
    },
  };
  return { screen: createScreen(stream, environment), lines: () => text.split('\n') };
}

/** @param {ReturnType<typeof terminal>} output @param {import('./recording.mjs').Entry[]} entries */
function tell(output, entries) {
  const { links } = recordingOf();
  const timeline = createTimeline({ platforms, links, screen: output.screen, later: () => {} });
  for (const entry of entries) timeline.tell(entry);
  timeline.flush();
  return output.lines();
}

describe('the timeline', () => {
  test('tells the story in a column of its own for each platform', () => {
    const lines = tell(terminal({ columns: 80 }), recordingOf().entries);
    expect(lines[0]).toMatch(/^ {7}WeChat {30,}Baidu/);
    expect(lines.slice(1)).toEqual([
      '',
      '── 1 connect '.padEnd(80, '─'),
      '       It connects.',
      ' 0.01  connecting',
      '       OPEN',
      '',
      '── 2 restart '.padEnd(80, '─'),
      '       The server restarts.',
      ' 1.00  the server stops',
      ' 1.25  LOST (host, 1006), waiting 0.20\u00a0s',
      '       message 2 dropped: link lost',
      ' 1.45  connecting, attempt 1',
      '       failed, waiting 0.30\u00a0s',
      ' 1.76  connecting, attempt 2',
      '       OPEN again after 0.55\u00a0s, 1 kept',
      '       message goes out',
      '',
      '── 3 half-open '.padEnd(80, '─'),
      '       The server falls silent.',
      ' 3.60  silence, so a ping',
      ' 4.00  LOST (no pong), waiting 0.10\u00a0s',
      ' 4.10  connecting, attempt 1',
      '       OPEN again after 0.13\u00a0s',
      '',
      '── the end '.padEnd(80, '─'),
      '       Every link is closed on purpose.',
      ' 5.01  closed (user)',
      '',
    ]);
  });

  test('puts what happens at about the same time side by side', () => {
    const lines = tell(terminal(), [
      { at: 100, kind: 'phone', platform: 'baidu', text: 'goes away' },
      { at: 120, kind: 'phone', platform: 'wechat', text: 'goes away too' },
      { at: 300, kind: 'phone', platform: 'wechat', text: 'comes back' },
    ]);
    expect(lines[1]).toMatch(/^ 0\.10 {2}goes away too {5,}goes away$/);
    expect(lines[2]).toBe(' 0.30  comes back');
  });

  test('prints a row when its time is over, with or without a next one', () => {
    const output = terminal();
    /** @type {(() => void)[]} */
    const timers = [];
    const { links } = recordingOf();
    const later = (/** @type {() => void} */ work) => timers.push(work);
    const timeline = createTimeline({ platforms, links, screen: output.screen, later });
    timeline.tell({ at: 100, kind: 'phone', platform: 'wechat', text: 'goes away' });
    expect(output.lines()[1]).toBe('');
    timers[0]();
    expect(output.lines()[1]).toBe(' 0.10  goes away');
  });
});

describe('the screen', () => {
  test('is plain text where there is no terminal', () => {
    const { screen } = terminal();
    expect(screen.paint('good', 'OPEN')).toBe('OPEN');
    expect(screen.width).toBe(110);
  });

  test('has colours and the width of a terminal', () => {
    const { screen } = terminal({ isTTY: true, columns: 95 });
    expect(screen.paint('good', 'OPEN')).toBe('\x1b[32mOPEN\x1b[0m');
    expect(screen.width).toBe(95);
  });

  test('has no colours where they are not wanted', () => {
    expect(terminal({ isTTY: true }, { NO_COLOR: '1' }).screen.paint('bad', 'lost')).toBe('lost');
  });

  test('stays readable on a very narrow or wide terminal', () => {
    expect(terminal({ isTTY: true, columns: 20 }).screen.width).toBe(60);
    expect(terminal({ isTTY: true, columns: 400 }).screen.width).toBe(150);
  });
});
