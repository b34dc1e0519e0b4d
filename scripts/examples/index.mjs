// @ts-check
/**
 * Runs an example with the library of this clone: packs it, installs, builds, and says what to open where.
 *
 *   npm run example -- NAME [TARGET] [--server ws://192.168.1.5:8080]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLES, listExamples, OPENERS } from './catalogue.mjs';
import { packLibrary, root } from './library.mjs';
import { ExampleError } from './npm.mjs';
import { ADDRESS, build, prepare } from './prepare.mjs';
import { serveFolder } from './serve.mjs';

try {
  await run();
} catch (error) {
  if (!(error instanceof ExampleError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run() {
  const { name, targets, server } = read(process.argv.slice(2));
  const work = path.join(root, 'examples/.work');
  console.log('Packing the library');
  const library = await packLibrary(work);
  console.log(`Putting it into a copy of examples/${name}`);
  const folder = await prepare(name, { work, library, server });
  for (const target of targets) {
    const { script, output, opens } = EXAMPLES[name].targets[target];
    if (script) console.log(`Building it for ${target}`);
    await build(name, target, folder);
    const built = path.join(folder, output);
    const url = opens === 'browser' ? await serveFolder(built) : '';
    console.log(`\n${target}: with ${OPENERS[opens].replace('{folder}', built).replace('{url}', url)}`);
  }
  console.log(`\nIt connects to ${server ?? ADDRESS}: start that server with npm run example:server`);
}

/** @param {string[]} args */
function read(args) {
  const { values, positionals } = parse(args);
  const [name, target, ...more] = positionals;
  const known = name !== undefined && Object.hasOwn(EXAMPLES, name);
  if (!known || more.length > 0) {
    const wrong = name === undefined ? 'Which example?' : `There is no example ${positionals.join(' ')}.`;
    throw new ExampleError([wrong, '', 'usage: npm run example -- NAME [TARGET]', '', ...listExamples()].join('\n'));
  }
  const all = Object.keys(EXAMPLES[name].targets);
  if (target !== undefined && !all.includes(target)) {
    throw new ExampleError(`The example ${name} has no target ${target}, but ${all.join(', ')}.`);
  }
  if (values.server !== undefined && !/^wss?:\/\/[^/]/.test(values.server)) {
    throw new ExampleError(`--server wants an address such as ws://192.168.1.5:8080, got ${values.server}.`);
  }
  return { name, targets: target ? [target] : all, server: values.server };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { server: { type: 'string' } } });
  } catch (error) {
    throw new ExampleError(`${/** @type {Error} */ (error).message}\nusage: npm run example -- NAME [TARGET]`);
  }
}
