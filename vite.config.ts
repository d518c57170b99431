import path from 'node:path';
import { defaultClientConditions, defineConfig } from 'vite';
import { minifyLiterals } from './.ci/minify-literals.js';

/** The host console: a page such as a vendor would have, from source. `.ci/build.js` builds the package itself. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'docs/console'),
  base: './',
  resolve: { conditions: ['source', ...defaultClientConditions] },
  plugins: [minifyLiterals()],
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true },
});
