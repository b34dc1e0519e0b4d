/** The timers that every mini-program host provides; nothing else of a browser or of Node is assumed. */
declare function setTimeout(callback: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;
/** Engines of ES5 have none. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: lib.es5 declares no value of that name.
declare const Symbol: unknown;
