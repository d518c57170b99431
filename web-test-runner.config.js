import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';
import { chromiumFlags } from './.ci/browsers/chromium-flags.js';
import { findChromium, findFirefox, findWebKit } from './.ci/browsers/find.js';
import { startWebKitDriver } from './.ci/browsers/webkit-driver.js';
import { wtrClosingLine } from './.ci/reporters/wtr-closing-line.js';

// A zone with a change of clocks that is not UTC: code that leans on the machine's zone fails here. Browsers inherit it.
process.env.TZ = 'America/New_York';

const mswWorker = readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
const browser = process.env.TEST_BROWSER ?? 'chromium';

/** One launcher for each engine that the tests know; `TEST_BROWSER` chooses. */
const launchers = {
  chromium: () =>
    chromeLauncher({
      // A page has the focus whatever else does: without it no focus event is sent.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        await page.emulateFocusedPage(true);
        return page;
      },
      launchOptions: {
        executablePath: required(findChromium(), 'Chromium', 'CHROMIUM_PATH'),
        headless: true,
        protocolTimeout: 20_000,
        args: chromiumFlags,
      },
    }),
  // The same launcher drives Firefox over WebDriver BiDi when it is handed puppeteer itself.
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: required(findFirefox(), 'Firefox', 'FIREFOX_PATH'),
        headless: true,
        // The list of downloads would open and keep the window's focus: no key acts on a button from then on.
        extraPrefsFirefox: { 'browser.download.alwaysOpenPanel': false },
      },
    }),
  webkit: async () => {
    const found = required(findWebKit(), 'WebKitGTK', 'WEBKIT_DRIVER_PATH');
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port: await startWebKitDriver(found.driver),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
      },
    });
  },
};

export default {
  files: ['tests/{theme,elements,browser}/**/*.test.ts'],
  // `source` makes the room aliases of package.json point to src; `browser` is what msw asks for.
  nodeResolve: { browser: true, exportConditions: ['source', 'development'] },
  // One page at a time: those behind it paint nothing, so they get no frames and see no intersections.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 60_000,
  browsers: [await launchers[browser]()],
  plugins: [
    {
      name: 'msw-worker',
      serve: (context) => (context.path === '/mockServiceWorker.js' ? { body: mswWorker, type: 'js' } : undefined),
    },
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), wtrClosingLine()],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
};

function required(found, name, variable) {
  if (found) return found;
  throw new Error(`${name} was not found. Install it, or set ${variable} to its path.`);
}
