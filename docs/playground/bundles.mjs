/** The texts of the published files, each fetched when its host is picked. Vite reads the pattern as it stands. */
const FILES = import.meta.glob(['../../dist/*.js', '!../../dist/*.min.js', '!../../dist/*websocket.js'], {
  query: '?raw',
  import: 'default',
});

/** @param {string} entry @returns {Promise<string>} */
export function bundleOf(entry) {
  const file = FILES[`../../dist/${entry}.js`];
  if (!file) throw new Error(`dist/${entry}.js was not there when the site was built: run npm run build first`);
  return file();
}
