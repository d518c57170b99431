import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureChromium } from './browsers/ensure-chromium.js';
import { findFirefox, findWebKit } from './browsers/find.js';
import { counted } from './counted.js';
import { runStep } from './run-step.js';

/** @typedef {import('./run-step.js').Step} Step */

const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=./.ci/reporters/vitest-closing-line.js',
];
const wtr = ['node_modules/@web/test-runner/dist/bin.js'];

/** Runs every test there is and ends with `N passed, N failed`. */
async function main() {
  const skipped = [];
  /** @type {Step[]} */
  // Most tests are here, and they start databases: they get longer than a browser's do.
  const steps = [{ name: 'Node', command: process.execPath, args: vitest, minutes: 30 }];
  steps.push(browserStep('chromium'));
  if (findFirefox()) steps.push(browserStep('firefox'));
  else skipped.push('Firefox is not installed (Debian: firefox-esr): its tests were not run.');
  if (findWebKit() && canShowWindows()) steps.push(browserStep('webkit'));
  else skipped.push('WebKitGTK is not installed (Debian: webkit2gtk-driver xvfb xauth): its tests were not run.');
  if (!existsSync('/usr/sbin/clickhouse-server'))
    skipped.push('ClickHouse is not installed (Debian: clickhouse-server): its tests were not run.');
  steps.push({
    name: 'Stories',
    command: process.execPath,
    args: [...vitest, '--config', 'vitest.stories.config.ts'],
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });

  let passed = 0;
  let failed = 0;
  const table = [];
  for (const step of steps) {
    console.log(`\n── ${step.name} ──`);
    const outcome = await runStep(step);
    const result = counted(outcome);
    passed += result.passed;
    failed += result.failed;
    table.push(
      `${step.name.padEnd(10)} ${result.passed} passed, ${result.failed} failed  (${outcome.seconds.toFixed(0)} s)`,
    );
  }
  console.log(`\n${[...table, ...skipped].join('\n')}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * @param {'chromium' | 'firefox' | 'webkit'} browser
 * @returns {Step}
 */
function browserStep(browser) {
  const name = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }[browser];
  const env = { TEST_BROWSER: browser };
  // WebKitGTK has no headless mode: it draws on a virtual screen.
  return browser === 'webkit' && !process.env['DISPLAY']
    ? { name, command: 'xvfb-run', args: ['-a', process.execPath, ...wtr], env }
    : { name, command: process.execPath, args: wtr, env };
}

function canShowWindows() {
  return Boolean(process.env['DISPLAY']) || spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0;
}

try {
  ensureChromium();
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
