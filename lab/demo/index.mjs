// @ts-check
/**
 * The demo: `npm run demo`.
 */
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LINKS, PLATFORMS } from './cast.mjs';
import { drawTable, wrap } from './drawing/text.mjs';
import { HELP, readOptions, UsageError } from './options.mjs';
import { drawPage } from './page.mjs';
import { playStory } from './play.mjs';
import { createRecorder } from './recorder.mjs';
import { gainOf, reportOf } from './report.mjs';
import { createScreen } from './screen.mjs';
import { createTimeline } from './timeline.mjs';
import { tellTimeouts } from './timeouts.mjs';
import { judge } from './verdict.mjs';

const PAGE = fileURLToPath(new URL('../../demo-report/timeline.html', import.meta.url));

/** @param {import('./options.mjs').Options} options */
async function demo({ html, quiet }) {
  checkWritable(html);
  const screen = createScreen(process.stdout);
  const recorder = createRecorder();
  const timeline = quiet ? undefined : createTimeline({ platforms: PLATFORMS, links: LINKS, screen });
  if (timeline) recorder.listen(timeline.tell);
  const { timeouts } = await playStory(recorder);
  timeline?.flush();

  const recording = { links: LINKS, entries: recorder.entries, timeouts };
  const verdict = judge(recording);
  printReport(reportOf(recording, PLATFORMS), screen);
  writeFileSync(html, drawPage(recording, PLATFORMS, verdict));
  screen.print(screen.paint(verdict.problems.length > 0 ? 'bad' : 'good', verdict.summary));
  for (const problem of verdict.problems) screen.print(screen.paint('bad', `  ${problem}`));
  for (const sentence of [...gainOf(recording), tellTimeouts(timeouts)]) {
    for (const line of wrap(sentence, screen.width)) screen.print(line);
  }
  screen.print(`The same as a page to look at: ${path.relative(process.cwd(), html) || html}`);
  return verdict.problems.length > 0 ? 1 : 0;
}

/** @param {import('./report.mjs').Section[]} sections @param {import('./screen.mjs').Screen} screen */
function printReport(sections, { print, paint, rule, width }) {
  for (const { name, tables } of sections) {
    print('');
    print(rule(name));
    for (const table of tables) {
      const [headings, ...rows] = drawTable(table);
      print('');
      print(table.title);
      print(paint('quiet', headings));
      rows.forEach(print);
      if (table.note) for (const line of wrap(table.note, width)) print(paint('quiet', line));
    }
  }
  print('');
}

/** Better told before the story than after it. @param {string} file */
function checkWritable(file) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw new UsageError(
      `Cannot write the page to ${file}: ${/** @type {Error} */ (error).message}. Give another file with --html.`,
    );
  }
}

try {
  const options = readOptions(process.argv.slice(2), PAGE);
  if (options.help) console.log(HELP);
  else process.exitCode = await demo(options);
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
