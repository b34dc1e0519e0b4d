// @ts-check
/**
 * The size of a bundle as a small picture, for the READMEs: made by the build, so that it is never an old figure.
 *
 * @param {string} label
 * @param {number} bytes
 */
export function sizeBadge(label, bytes) {
  const figure = `${(bytes / 1000).toFixed(1)} kB`;
  const [left, right] = [widthOf(label), widthOf(figure)];
  const text = (/** @type {number} */ x, /** @type {string} */ words) => `<text x="${x}" y="14">${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${figure}">
<rect width="${left + right}" height="20" rx="3" fill="#555"/>
<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1 -3 3h-${right - 3}z" fill="#2b7a55"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">${text(left / 2, label)}${text(left + right / 2, figure)}</g>
</svg>
`;
}

/** @param {string} text */
const widthOf = (text) => Math.round(text.length * 6.6 + 12);
