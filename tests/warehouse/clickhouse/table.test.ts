import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DaysReport, SummaryQuery } from '#contract/api.js';
import type { LoadQuestion } from '#conformance/load/question.js';
import { appOfEdge, edges, townApp } from '#conformance/load/standard-log.js';
import { townQuestions } from '#conformance/rules/load/town-questions.js';
import { profiles } from '#contract/profiles.js';
import type { ReportSource, Scope } from '#contract/report-source.js';
import { createEngine, type Engine, type Mapping } from '#engine/index.js';
import {
  openClickHouse,
  openClickHouseTable,
  type ClickHouseTableOptions,
  type TableWarehouse,
} from '#warehouse/index.js';
import { instantOf } from '#warehouse/clickhouse/table/column-reading.js';
import { statementText } from '#warehouse/clickhouse/literal.js';
import { sql, text } from '#warehouse/sql.js';
import { InstantReader } from '#engine/ingest/instant-bytes.js';
import { differences } from '../../engine/twin/same-answer.js';
import { runServe } from '../../server/node/command.js';
import { clusterName, hasClickHouse, startShards, type Shards } from './shards.js';
import { orderedLog, send, VendorTable } from './vendor.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock = { now: () => Date.parse('2026-06-01T00:00:00Z') };
const log = orderedLog();
const vendor = new VendorTable(log);
const users: SummaryQuery = { start: '2026-03-01', end: '2026-05-31', metrics: ['active_users', 'opens', 'new_users'] };

/** Asks both the same, and expects the same answer. */
async function expectSame(
  sources: readonly [ReportSource, ReportSource],
  scope: Scope,
  { report, query }: LoadQuestion,
) {
  const answers = sources.map((source) =>
    (source[report] as (scope: Scope, query: object) => Promise<object>)(scope, query).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'ReportError') return { refused: error.message };
      throw error;
    }),
  );
  expect(differences(await answers[0]!, await answers[1]!), JSON.stringify(query)).toEqual([]);
}

describe.skipIf(!hasClickHouse).each([1, 2])('a vendor’s table on %d servers', (count) => {
  let shards: Shards;
  let engine: Engine;
  let table: TableWarehouse;
  const open = (more: Partial<ClickHouseTableOptions> = {}) =>
    openClickHouseTable(shards.urls, {
      ...{ database: 'ours', table: vendor.name, mapping: vendor.mapping, clock, refreshSeconds: 0 },
      ...{ cluster: clusterName, ...more },
    });

  beforeAll(async () => {
    shards = await startShards(count);
    engine = createEngine({ clock });
    await engine.ingest(JSON.stringify(log), { format: 'json' });
    for (const [shard, url] of shards.urls.entries()) {
      await vendor.makeOn(url);
      // Rows may lie anywhere: only in our own tables has a user to lie on one shard.
      await vendor.add(url, log.filter((_, at) => at % count === shard)); // prettier-ignore
    }
    table = await open();
  });
  afterAll(async () => {
    await table.close();
    await shards.stop();
  });

  it('holds the apps of the log, and no row is left out', async () => {
    const apps = (source: ReportSource) => source.apps().then((all) => all.map(({ id }) => id).sort());
    expect(await apps(table)).toEqual(await apps(engine));
    expect(table.leftOut).toEqual({ rows: log.length, count: 0, reasons: [] });
  });

  it('answers the edges of the standard log as the engine does', async () => {
    // Each question is some statements: on one server every fourth edge will do, on two every twelfth.
    for (const { id, questions } of edges.filter((_, at) => at % (count === 1 ? 4 : 12) === 0))
      for (const question of questions) await expectSame([engine, table], `apps/${appOfEdge(id)}`, question);
  });

  it('answers what is asked of a town, and of all apps, as the engine does', async () => {
    const asked = townQuestions(profiles.slice(count - 1, count));
    for (const question of asked.filter((_, at) => at % 8 === count))
      await expectSame([engine, table], `apps/${townApp}`, question);
    await expectSame([engine, table], 'superapp', { report: 'summary', query: users });
  });

  it('is followed: rows that come, come late or go away count from the next look on, also after a start', async () => {
    const before = await table.summary('superapp', users);
    const values = ({ metrics }: typeof before) => metrics.map(({ value }) => value);
    const late = {
      user_id: 'of nobody else',
      app_id: townApp,
      event: 'launch',
      ts: Date.parse('2026-03-03T10:00:00Z'),
    };
    await vendor.add(shards.urls.at(-1)!, [late]);
    const with1 = values(before).map((value) => value! + 1);
    expect(values(await table.summary('superapp', users))).toEqual(with1);
    await table.close();
    await vendor.remove(shards.urls.at(-1)!, 'user_id', 'of nobody else');
    table = await open();
    expect(values(await table.summary('superapp', users))).toEqual(values(before));
  });

  it('takes no events', async () => {
    expect(await table.catalog()).toMatchObject({ collects: false });
    expect(table.collect).toBeUndefined();
  });
});

describe.skipIf(!hasClickHouse)('a table, or a mapping of it,', () => {
  let shards: Shards;
  const url = () => shards.urls[0]!;
  const open = (table: string, more: Partial<ClickHouseTableOptions> = {}) =>
    openClickHouseTable([url()], { database: 'ours', table, clock, ...more });
  const fault = (table: string, more: Partial<ClickHouseTableOptions> = {}) =>
    open(table, more).then(
      () => 'none',
      (error: unknown) => (error as Error).message,
    );

  beforeAll(async () => {
    shards = await startShards(1);
    await send(url(), 'create database web');
    const columns =
      'uid String, at DateTime, what String, price Nullable(Decimal(18, 2)), money String, day Date, tags Array(String)';
    await send(url(), `create table web.hits (${columns}) engine = MergeTree order by at`);
    await send(url(), 'insert into web.hits', [
      { uid: 'a', at: '2026-03-02 10:00:00', what: 'pageview', price: 12.34, money: 'EUR' },
      { uid: 'a', at: '2026-03-02 10:00:05', what: 'buy', price: 1200, money: 'JPY' },
      { uid: '', at: '2026-03-02 10:00:05', what: 'pageview' },
      { uid: 'b', at: '2026-03-02 10:00:06', what: 'pageview', price: 1.5, money: 'JPY' },
    ]);
  });
  afterAll(() => shards.stop());
  const fields = { at: 'ts', what: 'event', price: 'amount', money: 'currency' } as const;
  const mapping: Mapping = { fields, roles: { pay: ['buy'] }, amount_unit: 'major' };

  it('is read by its common names and the mapping; what is no event is counted and left out', async () => {
    const table = await open('web.hits', { mapping });
    const asked = { start: '2026-03-02', end: '2026-03-02', metrics: ['active_users', 'payment_amount'] };
    const { metrics, meta } = await table.summary('superapp', asked);
    expect([metrics.map(({ value }) => value), meta.currency]).toEqual([[1, 1200], 'JPY']);
    expect(table.leftOut).toMatchObject({ rows: 4, count: 2 });
    expect(table.leftOut.reasons.map(({ reason, count }) => `${count} ${reason}`)).toEqual([
      '1 `user_id` is missing',
      '1 `amount` is finer than its currency has coins for',
    ]);
    await table.close();
  });

  it('is refused with what is there and what to do', async () => {
    expect(await fault('hits')).toBe('“hits” is no table. Write it as DATABASE.TABLE.');
    expect(await fault('web.visits')).toMatch(/has no table web\.visits\. .*Its tables are hits\./);
    expect(await fault('ours.hits')).toMatch('Our tables need a database of their own');
    expect(await fault('web.hits')).toMatch(
      'No column of the file is ts or event. Its columns are "uid", "at", "what", "price", "money", "day", "tags".',
    );
    const other = (more: object) => fault('web.hits', { mapping: { fields: { ...fields, ...more } } });
    expect(await other({ att: 'ts' })).toMatch(/fields\.att: web\.hits has no column “att”\. Allowed: uid, at, what/);
    expect(await other({ at: null, day: 'ts' })).toMatch(
      /fields\.day: Column “day” is Date; `ts` has to be an instant.* Map another column in its place, or leave it out with {"fields":{"day":null}}\./,
    );
    expect(await other({ tags: 'properties.tags' })).toMatch(
      'Column “tags” is Array(String); `properties.tags` has to be a text',
    );
    expect(await other({ what: null, uid: 'event', money: 'user_id' })).toMatch(
      'No event of the log plays launch or page_view',
    );
  });

  it.each([
    ...[
      '2026-03-02T10:00:00Z',
      '2026-03-02 10:00:59.123456+08:00',
      '2026-03-02t10:00,5-0330',
      '2026-03-02T10:00:00,5+14',
      '1772445600000',
    ],
    ...[
      '2026-03-02T10:00:00',
      '2026-02-30T10:00:00Z',
      '2026-03-02T24:00:00Z',
      '2026-03-02T10:60:00Z',
      '2026-03-02',
      'soon',
      '',
    ],
  ])('has the instant of %j that a file has', async (written) => {
    const column = { name: '', type: 'String', value: sql`CAST(${text(written)} AS String)` };
    const found = await send(url(), `select ifNull(toString(${statementText(instantOf(column))}), 'NaN')`);
    const expected = /^\d+$/.test(written) ? Number(written) : new InstantReader().readText(written);
    expect(Number(found)).toBe(expected);
  });

  it('is served by the command, which says what it left out, and takes no events', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'table-'));
    const file = path.join(folder, 'mapping.json');
    writeFileSync(file, JSON.stringify(mapping));
    const place = ['--clickhouse', url(), '--database', 'served', '--table', 'web.hits'];
    const command = runServe(...place, '--mapping', file, '--port', '0');
    try {
      const address = await command.address();
      expect(command.stderr()).toContain(
        'web.hits: 2 of 4 rows are left out: 1 because `user_id` is missing; 1 because',
      );
      const days = (await (await fetch(`${address}/v1/superapp/days`)).json()) as DaysReport;
      expect(days.days).toEqual(['2026-03-02']);
      const sent = await fetch(`${address}/v1/apps/default/events:collect`, { method: 'POST', body: '{}' });
      expect([sent.status, await sent.json()]).toEqual([422, expect.objectContaining({ code: 'not_available' })]);
    } finally {
      command.process.kill('SIGKILL');
      await command.ended();
      rmSync(folder, { recursive: true });
    }
  });

  it('is not mixed up with events of our own', async () => {
    await (await openClickHouse([url()], { database: 'own' })).close();
    expect(await fault('web.hits', { database: 'own', mapping })).toMatch('Database own holds events of its own.');
    await (await open('web.hits', { database: 'derived', mapping })).close();
    await expect(openClickHouse([url()], { database: 'derived' })).rejects.toThrow(
      'derived is of a table of somebody else',
    );
  });
});
