import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {{ name: string, command: string, args: string[], env?: NodeJS.ProcessEnv, minutes?: number }} Step
 * @typedef {{ name: string, ok: boolean, lastLine: string, seconds: number, output: string }} Outcome
 */

/**
 * Runs one command, shows its output unless `quiet`, and ends it with its children when it outlives its minutes.
 * @param {Step} step
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export function runStep({ name, command, args, env, minutes = 20 }, { quiet = false } = {}) {
  const began = performance.now();
  return new Promise((resolve) => {
    // A group of its own, so that a browser or a server that it started ends with it.
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    // A warning on stderr may arrive after the last line of stdout.
    let stdout = '';
    const timer = setTimeout(() => endGroup(child.pid), minutes * 60_000);
    const passOn = (/** @type {string} */ signal) => () => {
      endGroup(child.pid);
      process.exit(128 + (signal === 'SIGINT' ? constants.signals.SIGINT : constants.signals.SIGTERM));
    };
    const listeners = /** @type {const} */ (['SIGINT', 'SIGTERM']).map((signal) => ({
      signal,
      listener: passOn(signal),
    }));
    for (const { signal, listener } of listeners) process.on(signal, listener);
    child.stdout.on('data', (chunk) => (stdout += chunk));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (!quiet) process.stdout.write(chunk);
      });
    }
    const finish = (/** @type {boolean} */ ok) => {
      clearTimeout(timer);
      for (const { signal, listener } of listeners) process.off(signal, listener);
      const lastLine = stdout.trimEnd().split('\n').at(-1) ?? '';
      resolve({ name, ok, lastLine, output, seconds: (performance.now() - began) / 1000 });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      if (!quiet) console.log(error.message);
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
