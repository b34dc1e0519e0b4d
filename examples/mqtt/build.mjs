import { analyzeMetafile, build } from 'esbuild';

// One file with the client and the class in it: the client is too new a program for WeChat's own npm build.
const { metafile } = await build({
  entryPoints: ['src/link.js'],
  outfile: 'utils/link.js',
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2017',
  inject: ['src/names.js'],
  minify: true,
  metafile: true,
});
console.log(await analyzeMetafile(metafile));
