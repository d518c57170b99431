import { afterEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '../../src/warehouse/duckdb/connection.js';
import type { Sql } from '../../src/warehouse/sql.js';
import { openWarehouse, type Warehouse } from '#warehouse/index.js';

const opened: Warehouse[] = [];

async function open(): Promise<Warehouse> {
  const warehouse = await openWarehouse(':memory:');
  opened.push(warehouse);
  return warehouse;
}

const day = Date.parse('2026-05-04T00:00:00Z');
const bodyOf = (...events: object[]) => new Blob([events.map((event) => JSON.stringify(event)).join('\n')]).stream();
const launch = (id: string, user = id, ts = day) => ({ event_id: id, user_id: user, ts, event: 'launch' });

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const warehouse of opened.splice(0)) await warehouse.close();
});

const beginsWith = (statement: Sql, words: string) => statement.texts[0]!.trim().startsWith(words);

/** Counts the statements that begin with some words. */
function count(words: string): () => number {
  const run = vi.spyOn(Connection.prototype, 'run');
  return () => run.mock.calls.filter(([statement]) => beginsWith(statement, words)).length;
}

/** Lets some commits fail, counted from 1. */
function failCommits(...failing: number[]): void {
  const { run } = Connection.prototype;
  let commits = 0;
  vi.spyOn(Connection.prototype, 'run').mockImplementation(function (this: Connection, statement) {
    if (beginsWith(statement, 'commit') && failing.includes(++commits)) return Promise.reject(new Error('disk full'));
    return run.call(this, statement);
  });
}

describe('requests that collect at once', () => {
  it('share transactions, and each is told what became of its own events', async () => {
    const warehouse = await open();
    const commits = count('commit');
    const outcomes = await Promise.all([
      warehouse.collect('a', bodyOf(launch('1'), launch('2'))),
      warehouse.collect('a', bodyOf(launch('2'), launch('3'), launch('3'))),
      warehouse.collect('b', bodyOf(launch('1'), { event: 'launch' })),
      warehouse.collect('b', bodyOf(launch('4'))),
    ]);
    expect(commits()).toBeLessThan(4);
    expect(outcomes.map(({ accepted, duplicate, rejected }) => [accepted, duplicate, rejected])).toEqual([
      [2, 0, 0],
      [1, 2, 0],
      [0, 1, 1],
      [1, 0, 0],
    ]);
  });

  it('are stored one by one where they cannot be together, so that one that fails takes no other with it', async () => {
    const warehouse = await open();
    await warehouse.collect('a', bodyOf(launch('0')));
    failCommits(1, 2);
    const outcomes = await Promise.allSettled(['1', '2', '3'].map((id) => warehouse.collect('a', bodyOf(launch(id)))));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    vi.restoreAllMocks();
    const again = await warehouse.collect('a', bodyOf(launch('1'), launch('2'), launch('3')));
    expect(again).toMatchObject({ accepted: 1, duplicate: 2 });
  });
});

describe('opens', () => {
  const ask = (warehouse: Warehouse) =>
    warehouse.summary('apps/a', { start: '2026-05-04', end: '2026-05-04', metrics: ['opens'] });

  it('that were asked for before are brought up to date once nothing more comes, not by the next question', async () => {
    const warehouse = await open();
    const derivations = count('insert into derivations');
    await warehouse.collect('a', bodyOf(launch('1')));
    await ask(warehouse);
    expect(derivations()).toBe(1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await warehouse.collect('a', bodyOf(launch('2'), launch('3')));
    vi.advanceTimersByTime(249);
    await warehouse.collect('a', bodyOf(launch('4')));
    vi.advanceTimersByTime(249);
    expect(derivations()).toBe(1);
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await vi.waitFor(() => {
      expect(derivations()).toBe(2);
    });
    expect((await ask(warehouse)).metrics[0]!.value).toBe(4);
    expect(derivations()).toBe(2);
  });
});
