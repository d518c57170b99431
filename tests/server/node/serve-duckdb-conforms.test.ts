import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runServe } from './command.js';

const root = path.resolve(import.meta.dirname, '../../..');

/** What the kit prints of a back end. */
function conform(address: string): Promise<string> {
  const args = ['src/command.ts', 'conform', '--base-url', address, '--load'];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', ...args],
      { cwd: root },
      (_, stdout, stderr) => {
        resolve(stdout + stderr);
      },
    );
  });
}

it('a served DuckDB file keeps every rule of the kit, its reports over the standard log the engine’s', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'serve-duckdb-conforms-'));
  const server = runServe('--duckdb', path.join(folder, 'events.duckdb'), '--port', '0');
  try {
    const printed = await conform(await server.address());
    expect(printed).toMatch(/: \d+ rules, 1[23]\d kept, 0 broken, \d+ skipped;/);
    expect(printed).toMatch(/It conforms\.\n$/);
  } finally {
    server.process.kill('SIGTERM');
    await server.ended();
    rmSync(folder, { recursive: true });
  }
}, 300_000);
