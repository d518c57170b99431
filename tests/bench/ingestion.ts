import { createEngine, type EngineOptions } from '#engine/index.js';
import { generate, toColumns, toLines, type Generated } from './generate.js';
import { liveBytes, median } from './measure.js';
import { count, ms, printTable } from './table.js';

/** Text of more events than this would not fit into one string; rates do not change with the length. */
const mostLines = 1_000_000;

/** How fast events come in, and what they take once they are in. */
export async function benchIngestion(made: Generated): Promise<void> {
  const lines = made.length <= mostLines ? made : generate(mostLines);
  const rows: string[][] = [];
  for (const format of ['ndjson', 'csv'] as const) {
    const bytes = toLines(lines, format);
    const taken = await times(async () => {
      const engine = createEngine();
      await engine.ingest(bytes, { format });
      return engine;
    });
    rows.push([`${format} (${ms(bytes.length / lines.length)} bytes a row)`, ...rates(lines.length, taken)]);
  }
  const columns = toColumns(made);
  const fromColumns = await times(() => {
    const engine = createEngine();
    engine.ingestColumns(columns);
    return engine;
  });
  rows.push(['columns', ...rates(made.length, fromColumns)]);
  printTable(['ingestion', 'rows', 'ms', 'rows/s', 'ms a million'], rows);
  await benchMemory(made);
}

async function times(run: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return median(taken.slice(1));
}

function rates(length: number, taken: number): string[] {
  return [count(length), ms(taken), count((length / taken) * 1000), ms((taken / length) * 1e6)];
}

/** Bytes an event: as the engine counts them, and as the process does; then what ids of events add. */
async function benchMemory(made: Generated): Promise<void> {
  const before = liveBytes();
  const engine = createEngine();
  engine.ingestColumns(toColumns(made));
  // A first question derives what later ones need; it counts as memory of an event too.
  await engine.summary('apps/default', { range: 'last_30_days', metrics: ['active_users', 'opens'] });
  const live = liveBytes() - before;
  const { events, bytes } = engine.size;
  const some = Math.min(made.length, 1_000_000);
  const ids = Array.from({ length: some }, (_, row) => `0199c2e4-${row.toString(16).padStart(8, '0')}`);
  const indexBytes = (options: EngineOptions) => {
    const withIds = createEngine(options);
    withIds.ingestColumns({ ...toColumns(made, 0, some), event_id: ids });
    return ms(withIds.size.eventIdBytes / some);
  };
  printTable(
    ['memory', 'bytes an event'],
    [
      ['once in, as the engine counts', ms(bytes / events)],
      ['once in, as the process does', ms(live / events)],
      ['the index of event ids, apart', indexBytes({})],
      ['the same, of the last 7 of 90 days', indexBytes({ eventIdWindowDays: 7 })],
    ],
  );
}
