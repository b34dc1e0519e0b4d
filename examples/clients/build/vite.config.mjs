import { defineConfig } from 'vite';
import { names } from './names.mjs';

// Vite 7 and older: `plugins: [inject(names.mqtt)]`, with `inject` from @rollup/plugin-inject.
export default defineConfig({
  build: {
    target: 'es2017',
    lib: { entry: './app.js', formats: ['cjs'], fileName: 'app' },
    rolldownOptions: { transform: { inject: names.mqtt } },
  },
});
