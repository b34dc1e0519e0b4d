const path = require('node:path');
const MpxWebpackPlugin = require('@mpxjs/webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { VueLoaderPlugin } = require('vue-loader');

/** The target comes from the command line: `webpack --env mode=wx`, `ali`, `swan` or `web`. */
module.exports = ({ mode = 'wx' }) => {
  const isWeb = mode === 'web';
  const mpx = MpxWebpackPlugin.loader();
  return {
    mode: 'production',
    target: ['web', 'es5'],
    entry: { app: './src/app.mpx' },
    output: { path: path.resolve(__dirname, 'dist', mode), publicPath: isWeb ? '' : '/', clean: true },
    module: {
      rules: [
        { test: /\.mpx$/, use: isWeb ? ['vue-loader', mpx] : [mpx] },
        { test: /\.json$/, resourceQuery: /asScript/, type: 'javascript/auto' },
        { test: /\.(wxs|sjs|filter\.js)$/, use: [MpxWebpackPlugin.wxsPreLoader()], enforce: 'pre' },
        { test: /\.(wxml|axml|swan)$/, use: [MpxWebpackPlugin.wxmlLoader()] },
        { test: /\.(css|wxss)$/, use: isWeb ? ['vue-style-loader', 'css-loader'] : [MpxWebpackPlugin.wxssLoader()] },
        ...(isWeb ? webRules : []),
      ],
    },
    resolve: {
      extensions: ['.mpx', '.js', '.wxml', '.vue'],
      // Translations, which this app does not use.
      alias: { 'vue-i18n-bridge': false },
    },
    plugins: [
      new MpxWebpackPlugin({ mode, srcMode: 'wx' }),
      ...(isWeb ? [new VueLoaderPlugin(), new HtmlWebpackPlugin({ template: './src/index.html' })] : []),
    ],
    performance: { hints: false },
  };
};

/** What mpx's own components for the web are written in. */
const webRules = [
  { test: /\.vue$/, loader: 'vue-loader' },
  { test: /\.styl(us)?$/, use: ['vue-style-loader', 'css-loader', 'stylus-loader'] },
];
