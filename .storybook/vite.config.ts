import { defaultClientConditions, defineConfig } from 'vite';

/** Stories run from source: `source` makes the room aliases of package.json point to src. */
export default defineConfig({
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // Found by the scanner only after the first story has loaded, which would reload the page under a running test.
  optimizeDeps: {
    include: [
      'lit',
      'lit/decorators.js',
      'lit/directive.js',
      'lit/directive-helpers.js',
      'lit/directives/class-map.js',
      'lit/directives/if-defined.js',
      'lit/directives/repeat.js',
      '@lit/context',
      '@lit/task',
      'chart.js',
      'hono',
      'msw',
      'msw/browser',
      '@faker-js/faker',
    ],
  },
  // The notice is about the preview itself, which no user downloads.
  build: { chunkSizeWarningLimit: 4_000 },
});
