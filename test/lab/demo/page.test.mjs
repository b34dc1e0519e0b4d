// @ts-check
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../lab/demo/drawing/chart.mjs';
import { drawPage } from '../../../lab/demo/page.mjs';
import { judge } from '../../../lab/demo/verdict.mjs';
import { platforms, recordingOf } from './recording.mjs';

const recording = recordingOf();

/** Every mark of a class, as its attributes and its title. @param {string} markup @param {string} name */
function marks(markup, name) {
  const found = markup.matchAll(new RegExp(`<(?:rect|line|path|circle)([^>]*) class="${name}"><title>([^<]*)`, 'g'));
  return [...found].map(([, attributes, title]) => ({ attributes: attributesIn(attributes), title }));
}

/** @param {string} text */
function attributesIn(text) {
  return Object.fromEntries([...text.matchAll(/([a-z0-9]+)="([^"]*)"/g)].map(([, key, value]) => [key, Number(value)]));
}

describe('the chart', () => {
  const { names, plot } = drawChart(recording);

  test('names every lane', () => {
    expect(names).toContain('>WeChat</text>');
  });

  test('has a band for every state, one after another', () => {
    const bands = ['connecting', 'open', 'waiting', 'closed'].flatMap((state) => marks(plot, state));
    expect(bands).toHaveLength(11);
    const inOrder = bands.map(({ attributes }) => attributes).sort((one, other) => one.x - other.x);
    const ends = inOrder.slice(0, -1).map(({ x, width }) => x + width);
    inOrder.slice(1).forEach(({ x }, index) => {
      expect(Math.abs(x - ends[index])).toBeLessThan(1);
    });
  });

  test('says on a band what the state was, and why', () => {
    expect(marks(plot, 'waiting').map(({ title }) => title)).toEqual([
      'waiting from 1.25\u00a0s to 1.45\u00a0s, because: host, 1006',
      'waiting from 1.46\u00a0s to 1.76\u00a0s, because: host, 1006',
      'waiting from 4.00\u00a0s to 4.10\u00a0s, because: no pong',
    ]);
  });

  test('shades every trouble until the link is back, under its name', () => {
    const troubles = marks(plot, 'trouble');
    const backAt = marks(plot, 'open').map(({ attributes }) => attributes.x);
    expect(troubles.map(({ title }) => title)).toEqual([
      'restart: 1.00\u00a0s to 1.80\u00a0s',
      'half-open: 3.00\u00a0s to 4.13\u00a0s',
    ]);
    troubles.forEach(({ attributes: { x, width } }, index) => {
      expect(x + width).toBeCloseTo(backAt[index + 1], 0);
    });
    expect(plot).toMatch(/class="trouble-name">restart<\/text>/);
  });

  test('writes at every return how long it took', () => {
    const figures = [...plot.matchAll(/class="down">([^<]*)/g)].map(([, figure]) => figure);
    expect(figures).toEqual(['0.55\u00a0s', '0.13\u00a0s']);
  });

  test('has a mark for every message and every ping', () => {
    expect(marks(plot, 'kept').map(({ title }) => title)).toEqual([
      'message 1, sent at 0.02\u00a0s, kept, arrived 0.03\u00a0s later',
      'message 3, sent at 1.30\u00a0s, kept, arrived 0.50\u00a0s later',
    ]);
    expect(marks(plot, 'dropped').map(({ title }) => title)).toEqual([
      'message 2, sent at 0.99\u00a0s, dropped: link lost',
      'message 4, sent at 3.10\u00a0s, dropped: taken by the host, lost with a link that was dead already',
    ]);
    expect(marks(plot, 'ping')).toHaveLength(1);
  });

  test('puts names that would touch on lines of their own', () => {
    const close = recordingOf((entries) => [
      ...entries,
      { at: 1850, kind: 'trouble', name: 'another restart', hits: [], cause: 'host' },
    ]);
    const heights = [...drawChart(close).plot.matchAll(/y="(\d+)" class="trouble-name">/g)].map(([, y]) => Number(y));
    expect(heights[1]).toBeGreaterThan(heights[0]);
    expect(heights[2]).toBe(heights[0]);
  });
});

describe('the page', () => {
  test('is whole by itself', () => {
    const page = drawPage(recording, platforms, judge(recording));
    expect(page).not.toMatch(/<(script|link|img|iframe)|\b(src|href)=|url\(|@import/);
    expect(page).toContain('name="viewport"');
    expect(page).toContain('prefers-color-scheme: dark');
  });

  test('holds the verdict and the tables', () => {
    const page = drawPage(recording, platforms, judge(recording));
    expect(page).toContain('<p class="verdict">All is well');
    expect(page).toContain('<tr><td>half-open</td><td>pong-timeout</td><td>1.00\u00a0s</td>');
  });

  test('says what went wrong, whatever characters it has', () => {
    const page = drawPage(recording, platforms, { problems: ['Error: <b> & "c"'], summary: 'Not well:' });
    expect(page).toContain('<p class="verdict bad">Error: &lt;b&gt; &amp; &quot;c&quot;</p>');
  });

  test('explains every kind of mark in the legend', () => {
    const page = drawPage(recording, platforms, judge(recording));
    const legend = page.slice(page.indexOf('<figcaption>'), page.indexOf('</figcaption>'));
    const used = new Set([...drawChart(recording).plot.matchAll(/class="([a-z]+)"><title>/g)].map(([, name]) => name));
    expect(used.size).toBeGreaterThan(7);
    for (const name of used) expect(legend).toContain(`class="${name}"`);
  });
});
