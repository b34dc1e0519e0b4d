// @ts-check
/** A mini program's page as a page for a browser, so that it can be looked at. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @type {Record<string, string>} */
const TAGS = { text: 'span', button: 'button', input: 'input' };

/** What hosts give their components, roughly. */
const HOST_STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; font-family: system-ui, "WenQuanYi Micro Hei", sans-serif; font-size: 16px }
  button { border: 1px solid #ccc; border-radius: 5px; padding: 6px 14px; font-size: 13px; background: #f8f8f8 }
  button[type=primary] { background: #07c160; color: #fff; border-color: #07c160 }
  button:disabled { opacity: .4 }
  input { font: inherit; min-width: 0 }
`;

/** @param {{ folder: string, dialect: import('./dialects.mjs').Dialect, render: () => import('./template.mjs').Shown }} mini */
export function pageOf({ folder, dialect, render }) {
  const styles = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        entry.name.endsWith(`.${dialect.style}`) &&
        !/node_modules|src/.test(entry.parentPath.slice(folder.length)),
    )
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .map((text) =>
      text.replace(/([\d.]+)rpx/g, 'calc($1 * 100vw / 750)').replace(/(^|[\s,}])page(?=\s*[{,])/g, '$1body'),
    );
  const body = render().children.map(htmlOf).join('');
  return `<!doctype html><meta charset="utf-8"><style>${HOST_STYLE}${styles.join('\n')}</style><body>${body}</body>`;
}

/** @param {import('./template.mjs').Shown | string} node @returns {string} */
function htmlOf(node) {
  if (typeof node === 'string') return escaped(node);
  const { tag, attributes, children } = node;
  const name = TAGS[tag] ?? 'div';
  const kept = Object.entries({ ...attributes, class: [attributes.class].flat().join(' ') })
    .filter(([key, value]) => /^(class|style|value|type)$/.test(key) && value)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  if (attributes.disabled && attributes.disabled !== 'false') kept.push(' disabled');
  return `<${name}${kept.join('')}>${name === 'input' ? '' : `${children.map(htmlOf).join('')}</${name}>`}`;
}

/** A game's screen as a page. @param {{ screen: any }} game */
export function canvasOf({ screen }) {
  const { width, height, scale } = screen.size();
  const text = JSON.stringify(screen.strokes()).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0}canvas{width:${width / scale}px}</style>
    <canvas width="${width}" height="${height}"></canvas><script>
      const pen = document.querySelector('canvas').getContext('2d');
      pen.scale(${scale}, ${scale});
      pen.textBaseline = 'middle';
      for (const { name, given, ...style } of ${text}) Object.assign(pen, style)[name](...given);
    </script>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
