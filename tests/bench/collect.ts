import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWarehouse, type Warehouse } from '#warehouse/index.js';
import { median } from './measure.js';
import { count, ms, printTable } from './table.js';

/** Requests under way at once, as many as the server takes by default, and events in each. */
const senders = 8;
const perRequest = 500;
const users = 50_000;
/** How long each part runs; the file grows all the while. */
const runMs = 15_000;

const words = ['launch', 'page_view', 'page_view', 'page_view', 'search', 'add_to_cart', 'pay', 'background'];

/** A body of events that nobody sent before: users at random, times that go on. */
function bodyOf(from: number): Uint8Array {
  const lines = Array.from({ length: perRequest }, (_, index) => {
    const number = from + index;
    const event = words[number % words.length]!;
    return JSON.stringify({
      event_id: `id-${number}`,
      user_id: `u${(Math.imul(number, 2_654_435_761) >>> 0) % users}`,
      ts: Date.parse('2026-01-01T00:00:00Z') + number * 5,
      event,
      ...(event === 'page_view' && { page_path: `/pages/p${number % 60}` }),
      ...(event === 'pay' && { amount: 100 + (number % 5000) }),
      os_name: 'Android',
      city: `city${number % 300}`,
    });
  });
  return new TextEncoder().encode(lines.join('\n'));
}

/** What one part has measured. */
interface Run {
  readonly perSecond: number;
  readonly collectMs: readonly number[];
  readonly questionMs: readonly number[];
  readonly rss: readonly [start: number, end: number];
}

/** Collects for some time, from several senders at once; each waits for its answer before it sends on. */
async function run(warehouse: Warehouse, next: { number: number }, withQueries: boolean): Promise<Run> {
  const [collectMs, questionMs]: [number[], number[]] = [[], []];
  const rssAtStart = process.memoryUsage.rss();
  const begun = performance.now();
  const isOver = () => performance.now() - begun > runMs;
  let accepted = 0;
  const send = async () => {
    while (!isOver()) {
      const from = next.number;
      next.number += perRequest;
      const sent = performance.now();
      const outcome = await warehouse.collect('default', new Blob([bodyOf(from) as BlobPart]).stream());
      accepted += outcome.accepted;
      collectMs.push(performance.now() - sent);
    }
  };
  const ask = async () => {
    for (let round = 0; !isOver(); round++) {
      const asked = performance.now();
      const range = { start: '2026-01-01', end: '2026-01-01' } as const;
      if (round % 2 === 0) await warehouse.summary('superapp', { ...range, metrics: ['active_users', 'opens'] });
      else await warehouse.trend('apps/default', { ...range, granularity: 'hour', metrics: ['page_visits'] });
      questionMs.push(performance.now() - asked);
    }
  };
  await Promise.all([...Array.from({ length: senders }, send), ...(withQueries ? [ask()] : [])]);
  const perSecond = (accepted * 1000) / (performance.now() - begun);
  return { perSecond, collectMs, questionMs, rss: [rssAtStart, process.memoryUsage.rss()] };
}

/** How many events a DuckDB file takes in a second, each acknowledged once it is on disk, alone and while somebody asks. */
export async function benchCollect(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-collect-'));
  const warehouse = await openWarehouse(path.join(folder, 'events.duckdb'), { memoryLimitBytes: 1 << 30 });
  const next = { number: 0 };
  const rows: string[][] = [];
  const MB = (bytes: number) => `${count(bytes / 1e6)} MB`;
  try {
    for (const [name, withQueries] of [
      ['no questions', false],
      ['questions one after the other', true],
      ['no questions, again', false],
    ] as const) {
      const { perSecond, collectMs, questionMs, rss } = await run(warehouse, next, withQueries);
      const question = questionMs.length === 0 ? '–' : `${ms(median(questionMs))} (${questionMs.length})`;
      const line = [
        count(perSecond),
        ms(median(collectMs)),
        ms(Math.max(...collectMs)),
        question,
        MB(rss[0]),
        MB(rss[1]),
      ];
      rows.push([name, ...line]);
    }
  } finally {
    await warehouse.close();
    rmSync(folder, { recursive: true });
  }
  console.log(`DuckDB: ${senders} senders, ${perRequest} events a request, ${count(next.number)} events in the end`);
  printTable(
    ['collect while', 'events/s', 'ms a request', 'longest', 'ms a question (asked)', 'RSS before', 'after'],
    rows,
  );
}
