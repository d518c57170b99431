import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const consumers = ['consumer.ts', 'react.tsx'].map((file) => path.join(root, 'tests/package/consumer', file));

/** Type-checks hosts' files against what is published and returns what tsc says, without any alias to src. */
function check(moduleOptions: readonly string[]): string {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--jsx', 'react-jsx'];
  try {
    return execFileSync(process.execPath, [tsc, ...consumers, ...options, ...moduleOptions], { cwd: root }).toString();
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  }
}

describe('the published types', () => {
  it.each([
    ['a bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
    ['Node', ['--module', 'nodenext', '--moduleResolution', 'nodenext']],
  ])('serve a host that resolves as %s does', (_, moduleOptions) => {
    expect(check(moduleOptions)).toBe('');
  });
});
