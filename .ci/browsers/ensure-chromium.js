import { spawnSync } from 'node:child_process';
import { findChromium } from './find.js';

/**
 * A Chromium's path. Without one it installs Debian's where it may, and says exactly what to do where it may not.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env['CHROMIUM_PATH']) {
    throw new Error(
      `CHROMIUM_PATH is ${process.env['CHROMIUM_PATH']}, which cannot be started. Correct it or unset it.`,
    );
  }
  if (!mayInstall()) throw new Error(instructions);
  console.log('No Chromium found: installing Debian’s (apt-get install chromium).');
  if (!aptInstall(['chromium'])) throw new Error(`apt-get could not install it.\n${instructions}`);
  const installed = findChromium();
  if (!installed) throw new Error(instructions);
  return installed;
}

/**
 * @param {string[]} packages
 * @returns {boolean} whether all of them are installed now
 */
export function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Whether this process can install Debian packages. */
export function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

const instructions = `The browser tests need Chromium or Chrome. Do one of these and run the command again:
  - Debian or Ubuntu: sudo apt-get install chromium
  - macOS: brew install --cask chromium
  - elsewhere: install Chrome, then set CHROMIUM_PATH to its executable`;
