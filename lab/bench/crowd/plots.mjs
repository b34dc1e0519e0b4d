// @ts-check
/** The crowd as two SVG pictures, a line for each policy and a panel for each size of crowd. */
import * as vega from 'vega';
import { compile } from 'vega-lite';

/** How far each panel looks after the server's return. Seconds. */
const HORIZONS = /** @type {Record<number, number>} */ ({ 10000: 60, 100000: 120, 1000000: 300 });

/** Attempts come in beats; a line follows the busiest second of so many. */
const BEAT = 15;

/** @typedef {{ second: number, arrivals: number, back: number }} Point seconds from the loss */
/** @typedef {{ policy: string, clients: number, points: Point[] }} Curve */

/** @param {any} crowd the result of `crowd()` @returns {Promise<{ arrivals: string, back: string }>} */
export async function plotCrowd({ curves, server }) {
  const gone = server.goneFor / 1000;
  const arrivals = curves.flatMap((/** @type {Curve} */ curve) =>
    busiest(seen(curve, gone)).map((point) => placed(curve, gone, point, point.arrivals)),
  );
  const back = curves.flatMap((/** @type {Curve} */ curve) =>
    seen(curve, gone)
      .filter(({ second }) => second >= gone)
      .map((point) => placed(curve, gone, point, point.back * 100)),
  );
  return {
    arrivals: await draw(
      arrivals,
      `attempts in the busiest second of ${BEAT}`,
      {
        scale: { type: 'log', domainMin: 10, clamp: true },
        axis: { format: '~s', tickCount: 6 },
      },
      'step-after',
    ),
    back: await draw(back, 'clients that are back, %', {}, 'linear'),
  };
}

/** @param {Curve} curve @param {number} gone */
function seen({ clients, points }, gone) {
  return points.filter(({ second }) => second <= gone + HORIZONS[clients]);
}

/** @param {Point[]} points */
function busiest(points) {
  return points
    .filter((_, index) => index % BEAT === 0)
    .map((point, index) => {
      const beat = points.slice(index * BEAT, (index + 1) * BEAT);
      return { ...point, arrivals: Math.max(1, ...beat.map(({ arrivals }) => arrivals)) };
    });
}

/** @param {Curve} curve @param {number} gone @param {Point} point @param {number} value */
function placed({ policy, clients }, gone, { second }, value) {
  return { policy, clients, crowd: `${clients.toLocaleString('en')} clients`, second: second - gone, value };
}

/** @param {object[]} values @param {string} title @param {object} y @param {'linear' | 'step-after'} interpolate */
async function draw(values, title, y, interpolate) {
  const { spec } = compile({
    data: { values },
    background: 'white',
    config: { font: 'sans-serif' },
    facet: { column: { field: 'crowd', sort: { field: 'clients' }, title: null, header: { labelFontSize: 13 } } },
    spec: {
      width: 300,
      height: 260,
      mark: { type: 'line', clip: true, interpolate },
      encoding: {
        x: { field: 'second', type: 'quantitative', title: 'seconds after the server is back' },
        y: { field: 'value', ...y, type: 'quantitative', title },
        strokeWidth: { condition: { test: "indexof(datum.policy, 'mde-websocket') === 0", value: 3 }, value: 1.3 },
        color: {
          field: 'policy',
          type: 'nominal',
          title: null,
          sort: null,
          scale: { scheme: 'dark2' },
          legend: { orient: 'bottom', columns: 2, labelLimit: 400 },
        },
      },
    },
    resolve: { scale: { x: 'independent', y: 'independent' } },
  });
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
