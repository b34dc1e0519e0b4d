import webpack from 'webpack';
import { names } from './names.mjs';

export default {
  entry: './app.js',
  target: ['web', 'es2017'],
  output: { filename: 'app.js', library: { type: 'commonjs2' } },
  plugins: [new webpack.ProvidePlugin(names.mqtt)],
};
