// @ts-check
/**
 * The parameters of the function that WeChat puts around a module. Inside they are undefined, and they hide globals of
 * the same name. Seen in packages of published mini programs and in the developer tools.
 */
export const PARAMETERS = [
  'require',
  'window',
  'top',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'Caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'webkit',
  'WeixinJSCore',
  'Reporter',
  'print',
  'URL',
  'DOMParser',
  'requestAnimationFrame',
  'getComputedStyle',
  'Node',
];
