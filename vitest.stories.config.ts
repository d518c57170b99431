import path from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './.ci/browsers/chromium-flags.js';
import { findChromium } from './.ci/browsers/find.js';
import storybookVite from './.storybook/vite.config.js';

process.env['TZ'] = 'America/New_York';

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium was not found. Install it, or set CHROMIUM_PATH to its path.');

/** Every story is a test: it renders, its play function passes, and axe finds nothing. */
export default mergeConfig(
  storybookVite,
  defineConfig({
    plugins: [storybookTest({ configDir: path.join(import.meta.dirname, '.storybook') })],
    test: {
      name: 'storybook',
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        // A story is judged at rest: axe would measure the contrast of what is still fading in.
        provider: playwright({
          launchOptions: { args: chromiumFlags, executablePath },
          contextOptions: { reducedMotion: 'reduce' },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }),
);
