import { createEngine } from '#engine/index.js';
import { generate, toColumns, toLines, type Generated } from './generate.js';
import { benchMemory } from './memory.js';
import { median } from './measure.js';
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
