import { runStep } from './run-step.js';

/** @typedef {import('./run-step.js').Step & { summary?: boolean }} Check */

const quietEnv = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', STORYBOOK_DISABLE_TELEMETRY: '1' };

/**
 * @param {string} name
 * @param {string} script a path in node_modules or in this repository
 * @param {string[]} [args]
 * @returns {import('./run-step.js').Step}
 */
const node = (name, script, args = []) => ({ name, command: process.execPath, args: [script, ...args], env: quietEnv });

const checks = [
  node('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  node('lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  node('types', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']),
  node('contract', 'node_modules/@redocly/cli/bin/cli.js', ['lint', 'src/contract/openapi.yaml']),
  node('generated files', '.ci/freshness.js'),
  node('build', '.ci/build.js'),
  node('sizes', '.ci/sizes.js'),
  node('host console', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  node('storybook', 'node_modules/storybook/dist/bin/dispatcher.js', [
    'build',
    '--disable-telemetry',
    '--quiet',
    '--output-dir',
    'storybook-static',
  ]),
  node('docs links', '.ci/docs-links.js'),
];

/** `--static` leaves the tests out: CI has run them already. */
const withTests = !process.argv.includes('--static');
const outcomes = [];
for (const check of checks) {
  const outcome = await runStep(check, { quiet: true });
  console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${check.name} (${outcome.seconds.toFixed(0)} s)`);
  if (!outcome.ok || check.name === 'sizes') console.log(outcome.output.trimEnd().replace(/^/gm, '       '));
  outcomes.push(outcome);
}
const passed = outcomes.filter(({ ok }) => ok).length;
let ok = passed === outcomes.length;
if (withTests) ok = (await runStep(node('tests', '.ci/test.js'))).ok && ok;
console.log(`${withTests ? '\nstatic checks: ' : ''}${passed} passed, ${outcomes.length - passed} failed`);
process.exitCode = ok ? 0 : 1;
