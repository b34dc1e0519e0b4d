const { defineConfig } = require('@tarojs/cli');

module.exports = defineConfig({
  projectName: 'mde-websocket-example',
  date: '2026-1-1',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: ['@tarojs/plugin-framework-react'],
  framework: 'react',
  compiler: 'webpack5',
  mini: {},
  h5: { publicPath: '/', staticDirectory: 'static' },
});
