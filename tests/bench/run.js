// What ships is bundled code, and a loader that compiles file by file wraps every closure: so the benchmark is bundled
// too, and measures what a user gets.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const outfile = path.join(root, 'node_modules/.cache/bench/bench.mjs');
await mkdir(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: [path.join(root, 'tests/bench/bench.ts')],
  absWorkingDir: root,
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  conditions: ['source'],
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
