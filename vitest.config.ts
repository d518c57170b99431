import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// A zone with a change of clocks that is not UTC: code that leans on the machine's zone fails here.
process.env['TZ'] = 'America/New_York';

// `source` makes the room aliases of package.json point to src.
const conditions = ['source', ...defaultServerConditions];

export default defineConfig({
  test: {
    // One for each core; without it Vitest leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'tests/{contract,time,reporting,engine,warehouse,server,conformance,client,format,i18n,charts,mocks,docs,tooling}/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        // Looks at what is published, so it builds first; every other test runs from source.
        test: {
          name: 'package',
          environment: 'node',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: '.ci/vitest/build-dist.js',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
