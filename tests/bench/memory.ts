import { createEngine, type EngineOptions } from '#engine/index.js';
import { toColumns, type Generated } from './generate.js';
import { liveBytes } from './measure.js';
import { questions } from './questions.js';
import { ms, printTable } from './table.js';

/** For so many events ids are made up: what one takes does not change with their number. */
const mostIds = 1_000_000;

/**
 * Bytes an event, as the engine counts them and as the process does: the events alone, with what a first question derives
 * (opens and page views), and with what all ten do. What ids of events add is measured apart.
 */
export async function benchMemory(made: Generated): Promise<void> {
  const before = liveBytes();
  const engine = createEngine();
  engine.ingestColumns(toColumns(made));
  const rows: string[][] = [];
  const note = (what: string) =>
    rows.push([what, ms(engine.size.bytes / made.length), ms((liveBytes() - before) / made.length)]);
  note('events alone');
  await engine.summary('apps/default', { range: 'last_30_days', metrics: ['active_users', 'opens'] });
  note('with what a first question derives');
  for (const question of questions) await question.ask(engine);
  note('with what the ten questions derive');
  rows.push(['index of event ids, apart', ms(idBytes(made)), '']);
  rows.push(['the same, of the last 7 of 90 days', ms(idBytes(made, { eventIdWindowDays: 7 })), '']);
  printTable(['memory, bytes an event', 'as the engine counts', 'as the process does'], rows);
}

function idBytes(made: Generated, options: EngineOptions = {}): number {
  const some = Math.min(made.length, mostIds);
  const ids = Array.from({ length: some }, (_, row) => `0199c2e4-${row.toString(16).padStart(8, '0')}`);
  const engine = createEngine(options);
  engine.ingestColumns({ ...toColumns(made, 0, some), event_id: ids });
  return engine.size.eventIdBytes / some;
}
