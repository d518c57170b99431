import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Catalog, SummaryReport } from '#contract/api.js';
import { runServe, type Command } from './command.js';

const folder = mkdtempSync(path.join(tmpdir(), 'serve-files-'));
const running: Command[] = [];
const at = (name: string) => path.join(folder, name);

function run(...args: string[]): Command {
  const command = runServe(...args, '--port', '0');
  running.push(command);
  return command;
}

const lines = (...users: string[]) =>
  users.map((who, n) => `{"who":"${who}","ts":"2026-11-20T08:00:0${n}Z","event":"home"}`).join('\n');

async function opensOf(address: string): Promise<number | null> {
  const query = 'start=2026-11-20&end=2026-11-20&metrics=opens';
  const report = (await (await fetch(`${address}/v1/apps/default/reports/summary?${query}`)).json()) as SummaryReport;
  return report.metrics[0]!.value;
}

afterEach(async () => {
  for (const command of running.splice(0)) {
    command.process.kill('SIGKILL');
    await command.ended();
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('serve --files', { timeout: 120_000 }, () => {
  it('answers from files where they lie, by a mapping, and takes no events', async () => {
    mkdirSync(at('logs'));
    writeFileSync(at('logs/1.ndjson'), lines('a', 'b'));
    writeFileSync(at('logs/2.ndjson'), `${lines('c')}\n{"who":"d","event":"home"}`);
    writeFileSync(at('mapping.json'), '{"fields":{"who":"user_id"},"roles":{"page_view":["home"]}}');
    const args = ['--files', at('logs/*.ndjson'), '--duckdb', at('made.duckdb'), '--mapping', at('mapping.json')];
    const first = run(...args);
    const address = await first.address();
    expect(await opensOf(address)).toBe(3);
    expect(first.stderr()).toContain('logs/*.ndjson: 3 events taken, 0 duplicates, 1 rows rejected');
    expect(first.stderr()).toContain('logs/2.ndjson: `ts` is missing; when it happened.');
    const catalog = (await (await fetch(`${address}/v1/catalog`)).json()) as Catalog;
    expect(catalog.collects).toBe(false);
    const url = `${address}/v1/apps/default/events:collect`;
    const refused = await fetch(url, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('not_available');
    first.process.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    const withoutFiles = run('--duckdb', at('made.duckdb'));
    expect(await withoutFiles.ended()).toBe(1);
    expect(withoutFiles.stderr()).toContain('give --files again');
  });

  it('says what is wrong with the files, and ends', async () => {
    writeFileSync(at('other.csv'), 'visitor,ts,event\na,1,launch\n');
    const command = run('--files', at('other.csv'));
    expect(await command.ended()).toBe(1);
    expect(command.stderr()).toMatch(/--files: No column of the file is user_id\. Its columns are "visitor", "ts"/);
  });
});
