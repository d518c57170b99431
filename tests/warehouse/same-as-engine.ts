import { expect } from 'vitest';
import type { ReportName } from '#contract/api.js';
import type { ReportSource } from '#contract/report-source.js';
import { differences, profiles } from '../engine/twin/same-answer.js';
import { type Place, registryAround } from '../engine/twin/arbitrary-log.js';
import { createEngine, type Engine } from '#engine/index.js';
import { openWarehouse, type ClusterWarehouse, type SqlReportOptions, type Warehouse } from '#warehouse/index.js';
import type { Case } from './arbitrary-case.js';

/** A back end in SQL. */
export type AnyWarehouse = Warehouse | ClusterWarehouse;

/** Opens an empty warehouse. */
export type Open = (options: SqlReportOptions) => Promise<AnyWarehouse>;

/** DuckDB, without a file. */
export const openInMemory: Open = (options) => openWarehouse(':memory:', { ...options, threads: 1 });

/** The engine and a warehouse with the same log, registry and clock. */
export interface Pair {
  readonly engine: Engine;
  readonly warehouse: AnyWarehouse;
}

/** Gives both the same log, batch by batch, and lets a test ask them; the warehouse is closed afterwards. */
export async function withBoth(open: Open, { log, place, asked: { now } }: Case, test: (pair: Pair) => Promise<void>) {
  const options = { clock: { now: () => now }, apps: registryAround(place), profiles, mapping: { roles: log.roles } };
  const engine = createEngine(options);
  const warehouse = await open(options);
  try {
    let from = 0;
    for (const size of [...log.batches, log.events.length]) {
      const lines = log.events.slice(from, from + size).map((event) => JSON.stringify(event));
      from += size;
      if (lines.length === 0) continue;
      const asked = { format: 'ndjson', withoutVisits: true } as const;
      const [expected, taken] = [
        await engine.ingest(lines.join('\n'), asked),
        await warehouse.ingest(lines.join('\n'), asked),
      ];
      if (JSON.stringify(expected) !== JSON.stringify(taken))
        throw new Error(`Taken otherwise: ${JSON.stringify({ expected, taken })}`);
      if (log.isAskedBetween) await askSomething(warehouse, place);
    }
    await test({ engine, warehouse });
  } finally {
    await warehouse.close();
  }
}

/** Makes the warehouse derive what it keeps, so that what comes later has to bring it up to date. */
async function askSomething(warehouse: AnyWarehouse, { zone: timezone }: Place): Promise<void> {
  for (const profile of ['impatient', 'alipay']) {
    await warehouse.summary('superapp', { range: 'last_7_days', timezone, profile, metrics: ['opens', 'new_users'] });
  }
}

/** Asks both the same, and expects the same answer, whole; a refusal has to be the same too. */
export async function expectSame(
  open: Open,
  given: Case,
  report: ReportName | 'values' | 'days',
  more: object,
): Promise<void> {
  const { asked } = given;
  const query = { ...asked.query, ...more };
  await withBoth(open, given, async ({ engine, warehouse }) => {
    const [expected, actual] = [
      await answerOf(engine, report, asked.scope, query),
      await answerOf(warehouse, report, asked.scope, query),
    ];
    expect(differences(expected, actual)).toEqual([]);
  });
}

async function answerOf(source: ReportSource, report: string, scope: string, query: object): Promise<unknown> {
  try {
    const ask = source[report as keyof ReportSource] as unknown as (scope: string, query: object) => Promise<unknown>;
    return await ask.call(source, scope, query);
  } catch (error) {
    if (error instanceof Error && error.name === 'ReportError') return { refused: error.message };
    throw error;
  }
}
