/** Standard classes and functions that protocol clients look for and mini programs lack. It installs none of them. */

export { AbortController, AbortSignal, type AbortSignals } from './polyfills/abort';
export { atob, btoa } from './polyfills/base64';
export { Event, type EventInit } from './polyfills/event';
export { type EventCallback, EventTarget, type ListenerOptions } from './polyfills/event-target';
export { queueMicrotask } from './polyfills/microtask';
export { performance } from './polyfills/performance';
export { TextDecoder, type TextDecoderOptions, TextEncoder } from './polyfills/utf8';
