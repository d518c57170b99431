import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '#contract/api.js';
import { generateEvents } from '#mocks/events.js';
import { createHandler } from '#server/index.js';
import { withDeadline } from '#server/node/operation/deadline.js';
import { openWarehouse, type Warehouse } from '#warehouse/index.js';
import { Connection } from '../../src/warehouse/duckdb/connection.js';

const folder = mkdtempSync(path.join(tmpdir(), 'limits-'));
const file = path.join(folder, 'events.duckdb');
const url = 'http://127.0.0.1/v1/superapp/reports/summary?range=last_30_days&metrics=opens';

async function ask(warehouse: Warehouse, ms: number): Promise<{ status: number; detail: string | undefined }> {
  const handler = createHandler({ reports: warehouse });
  const answer = await withDeadline(new Request(url), ms, (request) => handler.fetch(request));
  return { status: answer.status, detail: ((await answer.json()) as Problem).detail };
}

describe('a question that takes too much', () => {
  beforeAll(async () => {
    const warehouse = await openWarehouse(file);
    const events = [...generateEvents({ until: Date.parse('2026-03-02T00:00:00Z'), scale: 0.05 })];
    await warehouse.ingest(JSON.stringify(events), { format: 'json' });
    await warehouse.close();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('of memory is a 503 that says so, and smaller ones are answered on', async () => {
    const warehouse = await openWarehouse(file, { memoryLimitBytes: 6 << 20, threads: 1 });
    try {
      const { status, detail } = await ask(warehouse, 30_000);
      expect(status).toBe(503);
      expect(detail).toContain('needs more memory than the database may take (--memory-limit)');
      expect(await warehouse.apps()).not.toEqual([]);
    } finally {
      await warehouse.close();
    }
  });

  it('of time is a 503 at once, also while opens are cut; these are there for the next one', async () => {
    const warehouse = await openWarehouse(file);
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const { run } = Connection.prototype;
    const spy = vi.spyOn(Connection.prototype, 'run').mockImplementation(async function (this: Connection, statement) {
      if (statement.texts[0]!.includes('create or replace temp table cut_row')) await held;
      return run.call(this, statement);
    });
    try {
      const { status, detail } = await ask(warehouse, 20);
      expect(status).toBe(503);
      expect(detail).toContain('took longer than 0.02 seconds');
      goOn();
      expect((await ask(warehouse, 30_000)).status).toBe(200);
      const cuts = spy.mock.calls.filter(([{ texts }]) => texts[0]!.includes('temp table cut_row')).length;
      expect(cuts).toBe(1);
    } finally {
      vi.restoreAllMocks();
      await warehouse.close();
    }
  });
});
