import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { generateEvents } from '#mocks/events.js';
import { arbitraryLog, type Place } from '../twin/arbitrary-log.js';
import { type Duck, quoted } from './duck.js';

/** A raw event as it comes in. */
export type LogEvent = Readonly<Record<string, unknown>>;

/** Many small random logs as the log of one crowd: each keeps its people and its duplicates to itself. */
export function crowd(place: Place, size: number, seed: number): LogEvent[] {
  const logs = fc.sample(arbitraryLog(place), { seed, numRuns: size });
  return logs.flatMap(({ events }, number) =>
    events.map((event) => ({
      ...event,
      user_id: `${event.user_id}-${number}`,
      ...(event.guid && { guid: `${event.guid}-${number}` }),
      ...(event.event_id && { event_id: `${event.event_id}-${number}` }),
    })),
  );
}

/** Three months of a small town, as the mocks know it. */
export function town(until: number): LogEvent[] {
  return [...generateEvents({ until, scale: 0.03 })];
}

/** Puts events into table `raw`; `place` is their place in the log. */
export async function loadEvents(duck: Duck, events: readonly LogEvent[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sql-log-'));
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, events.map((event) => JSON.stringify(event)).join('\n'));
  try {
    await loadFile(duck, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What of a file is which column; the file names the rest as we do. */
export interface FileColumns {
  /** SQL for the role of an event. Default: its name. */
  readonly role?: string;
  readonly os_name?: string;
}

/** Puts a file of NDJSON into table `raw`, as DuckDB reads it. */
export async function loadFile(duck: Duck, file: string, { role = 'event', os_name = 'os_name' }: FileColumns = {}) {
  const texts = 'user_id event page_path source os os_name city guid event_id app_id environment'.split(' ');
  const columns = [
    ...texts.map((name) => `${name}: 'VARCHAR'`),
    "ts: 'VARCHAR'",
    "scene: 'INTEGER'",
    "duration_ms: 'DOUBLE'",
    "device_width: 'DOUBLE'",
    "amount: 'DOUBLE'",
    "properties: 'JSON'",
  ];
  await duck.run(`
    create or replace table raw as
    select row_number() over () as place, user_id, guid, event_id, event, ${role} as role,
      coalesce(try_cast(ts as bigint), epoch_ms(try_cast(ts as timestamptz))) as ts,
      coalesce(app_id, 'default') as app, coalesce(environment, 'production') as environment,
      page_path, source, scene, ${os_name} as os_name, city, duration_ms, amount,
      properties->>'plan' as plan, (properties->>'seats')::double as seats
    from read_json(${quoted(file)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`);
}
