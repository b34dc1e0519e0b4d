import inject from '@rollup/plugin-inject';
import { defineConfig } from 'vite';
import { names } from './names.mjs';

export default defineConfig({
  plugins: [inject(names.mqtt)],
  build: { target: 'es2017', lib: { entry: './app.js', formats: ['cjs'], fileName: 'app' } },
});
