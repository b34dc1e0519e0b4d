/** Not in the polyfills: a right one is ten times their size. */
export { default as URL } from 'core-js-pure/actual/url/index.js';
