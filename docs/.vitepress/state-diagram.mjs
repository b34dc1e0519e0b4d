// @ts-check
/**
 * Draws the state diagrams of docs/PROTOCOL.md: arrows with numbers, and what they stand for in a list. The whole of
 * mermaid would be 3.6 MB for these pictures.
 */

/** @type {Record<string, { x: number, y: number }>} */
const PLACES = {
  '[*]': { x: 70, y: 30 },
  connecting: { x: 110, y: 130 },
  open: { x: 650, y: 130 },
  closed: { x: 380, y: 220 },
  waiting: { x: 380, y: 350 },
  trusted: { x: 110, y: 130 },
  suspect: { x: 650, y: 130 },
  dead: { x: 380, y: 350 },
};
const HALF = { x: 62, y: 20 };
const NUMBERS = 11;

/** @param {string} source */
export function stateDiagram(source) {
  const steps = source
    .split('\n')
    .map((line) => line.match(/^\s*(\S+) --> (\S+): (.+)$/))
    .filter((match) => match !== null)
    .map(([, from, to, when]) => ({ from, to, when }));
  for (const state of steps.flatMap(({ from, to }) => [from, to])) {
    if (!(state in PLACES)) {
      throw new Error(`docs/PROTOCOL.md has the state \`${state}\`: give it a place in .vitepress/state-diagram.mjs`);
    }
  }
  const names = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
  return `<figure class="states">
<svg viewBox="0 0 760 390" role="img" aria-label="${names.filter((name) => name !== '[*]').join(', ')}">
<defs><marker id="states-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
${steps.map(({ from, to }, index) => drawArrow(PLACES[from], PLACES[to], index + 1)).join('\n')}
${names.map(drawState).join('\n')}
</svg>
<ol>${steps.map(({ from, to, when }) => `<li><code>${from}</code> → <code>${to}</code>: ${asText(when)}</li>`).join('')}</ol>
</figure>`;
}

/** @param {string} name */
function drawState(name) {
  const { x, y } = PLACES[name];
  if (name === '[*]') return `<circle class="start" cx="${x}" cy="${y}" r="8"/>`;
  const box = `<rect x="${x - HALF.x}" y="${y - HALF.y}" width="${2 * HALF.x}" height="${2 * HALF.y}" rx="8"/>`;
  return `<g class="state">${box}<text x="${x}" y="${y + 5}">${name}</text></g>`;
}

/**
 * A curve that keeps to one side, so that there and back are two lines.
 *
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 * @param {number} number
 */
function drawArrow(from, to, number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const aside = { x: ((to.y - from.y) / length) * 26, y: (-(to.x - from.x) / length) * 26 };
  const middle = { x: (from.x + to.x) / 2 + aside.x, y: (from.y + to.y) / 2 + aside.y };
  const start = edge(from, middle);
  const end = edge(to, middle);
  const label = { x: (start.x + 2 * middle.x + end.x) / 4, y: (start.y + 2 * middle.y + end.y) / 4 };
  const at = (/** @type {{ x: number, y: number }} */ { x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return `<path class="arrow" marker-end="url(#states-tip)" d="M${at(start)}Q${at(middle)} ${at(end)}"/>
<g class="number"><circle cx="${label.x}" cy="${label.y}" r="${NUMBERS}"/><text x="${label.x}" y="${label.y + 4}">${number}</text></g>`;
}

/**
 * Where the line from a state's centre to a point leaves its box.
 *
 * @param {{ x: number, y: number }} centre
 * @param {{ x: number, y: number }} point
 */
function edge(centre, point) {
  const [x, y] = [point.x - centre.x, point.y - centre.y];
  const half = centre === PLACES['[*]'] ? { x: 9, y: 9 } : HALF;
  const share = Math.min(half.x / Math.abs(x || 1e-9), half.y / Math.abs(y || 1e-9));
  return { x: centre.x + x * share, y: centre.y + y * share };
}

/** @param {string} text */
const asText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
