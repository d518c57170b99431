import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { CollectOutcome, SummaryReport } from '#contract/api.js';
import { runServe, type Command } from './command.js';

const folder = mkdtempSync(path.join(tmpdir(), 'serve-duckdb-'));
const running: Command[] = [];
const at = (name: string) => path.join(folder, name);

function run(...args: string[]): Command {
  const command = runServe(...args, '--port', '0');
  running.push(command);
  return command;
}

async function stop(command: Command): Promise<void> {
  command.process.kill('SIGTERM');
  expect(await command.ended()).toBe(0);
}

const lines = (from: number, count: number, id: (n: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ user_id: `u${from + n}`, ts: Date.parse('2026-11-20T08:00:00Z') + (from + n) * 1000, event: 'launch', ...id(from + n) }),
  ).join('\n'); // prettier-ignore

async function collect(address: string, body: string): Promise<CollectOutcome> {
  const url = `${address}/v1/apps/default/events:collect`;
  const answer = await fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/x-ndjson' } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as CollectOutcome;
}

async function opensOf(address: string): Promise<number | null> {
  const query = 'start=2026-11-20&end=2026-11-20&metrics=opens';
  const report = (await (await fetch(`${address}/v1/apps/default/reports/summary?${query}`)).json()) as SummaryReport;
  return report.metrics[0]!.value;
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('serve --duckdb', { timeout: 120_000 }, () => {
  afterEach(async () => {
    for (const command of running.splice(0)) {
      command.process.kill('SIGKILL');
      await command.ended();
    }
  });

  it('loads the file of events once, keeps what is collected, and adds nothing when it starts again', async () => {
    writeFileSync(at('log.ndjson'), lines(0, 30));
    const args = ['--events', at('log.ndjson'), '--duckdb', at('once.duckdb')];
    const first = run(...args);
    const address = await first.address();
    expect(await opensOf(address)).toBe(30);
    expect(await collect(address, lines(30, 5))).toMatchObject({ accepted: 5, duplicate: 0 });
    expect(await opensOf(address)).toBe(35);
    await stop(first);
    const second = run(...args);
    expect(await opensOf(await second.address())).toBe(35);
    expect(second.stderr()).toMatch(/log\.ndjson: loaded before, 30 events of it are there/);
    await stop(second);
    const third = run('--duckdb', at('once.duckdb'));
    expect(await opensOf(await third.address())).toBe(35);
  });

  it('keeps definitions in the same file', async () => {
    const first = run('--duckdb', at('definitions.duckdb'));
    const address = await first.address();
    await collect(address, lines(0, 1));
    const url = (base: string) => `${base}/v1/apps/default/funnels`;
    const steps = [{ event: 'launch' }, { event: 'page_view' }];
    const body = JSON.stringify({ name: 'Into the shop', steps });
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(url(address), { method: 'POST', body, headers })).status).toBe(201);
    await stop(first);
    const again = run('--duckdb', at('definitions.duckdb'));
    expect(await (await fetch(url(await again.address()))).text()).toContain('Into the shop');
  });

  it('says which file it cannot use', async () => {
    writeFileSync(at('no.duckdb'), 'This is no database.');
    const command = run('--duckdb', at('no.duckdb'));
    expect(await command.ended()).toBe(1);
    expect(command.stderr()).toMatch(/--duckdb: “.*no\.duckdb” cannot be used: /);
  });
});

/** `KILLS=100` kills it a hundred times. */
const kills = Number(process.env['KILLS'] ?? 6);

describe('serve --duckdb, killed while it collects', { timeout: 30_000 + kills * 30_000 }, () => {
  it('has lost nothing that it acknowledged', async () => {
    const acknowledged: string[] = [];
    let next = 0;
    for (let round = 0; round < kills; round++) {
      const command = run('--duckdb', at('killed.duckdb'));
      const address = await command.address();
      if (acknowledged.length > 0) {
        const again = await collect(address, acknowledged.join('\n'));
        expect(again).toMatchObject({ accepted: 0, rejected: 0 });
        expect(again.duplicate).toBe(acknowledged.join('\n').split('\n').length);
      }
      let isKept: () => void;
      const kept = new Promise<void>((resolve) => (isKept = resolve));
      const send = async (): Promise<void> => {
        for (;;) {
          const body = lines(next, 40, (n) => ({ event_id: `e${n}` }));
          next += 40;
          await collect(address, body);
          acknowledged.push(body);
          isKept();
        }
      };
      const senders = [send(), send(), send()].map((sending) => sending.catch(() => undefined));
      await kept;
      // Not a wait for something to happen: the moment of death is what varies.
      setTimeout(() => command.process.kill('SIGKILL'), Math.random() * 400);
      expect(await command.ended()).toBe('SIGKILL');
      await Promise.all(senders);
    }
    expect(acknowledged.length).toBeGreaterThan(kills);
  });
});
