import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Builds the package once before the tests that look at what is published. */
export default function setup() {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../build.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
