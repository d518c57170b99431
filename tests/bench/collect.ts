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

/** A user at random, who has nothing to do with which event it is. */
function userOf(number: number): number {
  const mixed = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 8) % users;
}

/** A body of events that nobody sent before: users at random, times that go on. */
function bodyOf(from: number): Uint8Array {
  const lines = Array.from({ length: perRequest }, (_, index) => {
    const number = from + index;
    const event = words[number % words.length]!;
    return JSON.stringify({
      event_id: `id-${number}`,
      user_id: `u${userOf(number)}`,
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

/** How a part asks: one question after the other, or some together and then a pause; `null` where it does not. */
type Pace = { readonly together: number; readonly everyMs: number } | null;

/** When a part is over: after some time, or with some number of events in the file. */
type End = { readonly ms: number } | { readonly events: number };

/** What one part has measured. */
interface Run {
  readonly perSecond: number;
  readonly collectMs: readonly number[];
  readonly questionMs: readonly number[];
  readonly rss: readonly [start: number, end: number];
}

type Next = { number: number };

/** Collects from several senders at once, each of which waits for its answer before it sends on, and asks meanwhile. */
async function run(warehouse: Warehouse, next: Next, pace: Pace, end: End): Promise<Run> {
  const [collectMs, questionMs]: [number[], number[]] = [[], []];
  const rssAtStart = process.memoryUsage.rss();
  const begun = performance.now();
  const isOver = () => ('ms' in end ? performance.now() - begun > end.ms : next.number >= end.events);
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
  const asking = async ({ together, everyMs }: NonNullable<Pace>) => {
    for (let round = 0; !isOver(); round += together) {
      const asked = performance.now();
      const questions = Array.from({ length: together }, (_, one) => ask(warehouse, round + one));
      for (const answered of await Promise.all(questions)) questionMs.push(answered);
      const left = asked + everyMs - performance.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    }
  };
  await Promise.all([...Array.from({ length: senders }, send), ...(pace ? [asking(pace)] : [])]);
  const perSecond = (accepted * 1000) / (performance.now() - begun);
  return { perSecond, collectMs, questionMs, rss: [rssAtStart, process.memoryUsage.rss()] };
}

/** Asks one of two questions in turn; returns how long the answer took, in milliseconds. */
async function ask(warehouse: Warehouse, round: number): Promise<number> {
  const asked = performance.now();
  const range = { start: '2026-01-01', end: '2026-01-01' } as const;
  if (round % 2 === 0) await warehouse.summary('superapp', { ...range, metrics: ['active_users', 'opens'] });
  else await warehouse.trend('apps/default', { ...range, granularity: 'hour', metrics: ['page_visits'] });
  return performance.now() - asked;
}

const dashboard = { together: 6, everyMs: 5000 };

/** The parts, one after the other on one file. Up to a number of events it then goes on with a dashboard, memory a line. */
function partsOf(events: number): [name: string, pace: Pace, end: End][] {
  const step = 500_000;
  const more = Array.from({ length: Math.floor(events / step) }, (_, at) => (at + 1) * step);
  return [
    ['no questions', null, { ms: runMs }],
    ['questions one after the other', { together: 1, everyMs: 0 }, { ms: runMs }],
    ['six questions every five seconds', dashboard, { ms: runMs }],
    ['no questions, again', null, { ms: runMs }],
    ...more.map((upto): [string, Pace, End] => [`six every five, to ${count(upto)}`, dashboard, { events: upto }]),
  ];
}

/**
 * How many events a DuckDB file takes in a second, each acknowledged once it is on disk, alone and while somebody asks.
 *
 * @param events goes on until there are so many.
 */
export async function benchCollect(events = 0): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-collect-'));
  const warehouse = await openWarehouse(path.join(folder, 'events.duckdb'), { memoryLimitBytes: 1 << 30 });
  const next = { number: 0 };
  const rows: string[][] = [];
  try {
    for (const [name, pace, end] of partsOf(events)) {
      if ('events' in end && end.events <= next.number) continue;
      rows.push([name, ...lineOf(await run(warehouse, next, pace, end))]);
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

function lineOf({ perSecond, collectMs, questionMs, rss }: Run): string[] {
  const MB = (bytes: number) => `${count(bytes / 1e6)} MB`;
  const question = questionMs.length === 0 ? '–' : `${ms(median(questionMs))} (${questionMs.length})`;
  const longest = collectMs.reduce((most, one) => Math.max(most, one), 0);
  return [count(perSecond), ms(median(collectMs)), ms(longest), question, MB(rss[0]), MB(rss[1])];
}
