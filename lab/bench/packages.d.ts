// What the benchmark installs for itself. Named here, so that types can be checked before it is installed.
declare module '@rollup/plugin-commonjs';
declare module '@rollup/plugin-node-resolve';
declare module '@rollup/plugin-terser';
declare module 'mitata';
declare module 'quickjs-emscripten';
declare module 'vega';
declare module 'vega-lite';
