import { describe, expect, it } from 'vitest';
import { eventFields } from '#contract/event-fields.js';
import { createEngine, type EventColumns } from '#engine/index.js';
import { generateColumns, generateColumnsByApp } from '#mocks/columns.js';
import { generateEvents } from '#mocks/events.js';

const options = { until: Date.UTC(2026, 10, 22, 5, 30), days: 12 };

describe('generateColumns', () => {
  it('holds exactly the events of generateEvents', () => {
    const columns = generateColumns(options);
    let row = 0;
    for (const event of generateEvents(options)) expect(eventAt(columns, row++)).toEqual(event);
    expect(columns.ts.length).toBe(row);
  });

  it('holds the same app by app, wherever one stops', () => {
    const [tea] = generateColumnsByApp(options);
    let row = 0;
    for (const event of generateEvents(options)) {
      if (event.app_id === 'lantern-tea') expect(eventAt(tea!, row++)).toEqual(event);
    }
    expect(tea!.ts.length).toBe(row);
    const lengths = [...generateColumnsByApp(options)].map(({ ts }) => ts.length);
    expect(lengths).toHaveLength(3);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(generateColumns(options).ts.length);
  });

  it('is taken whole by the engine', () => {
    const engine = createEngine();
    const columns = generateColumns(options);
    const outcome = engine.ingestColumns(columns);
    expect(outcome).toMatchObject({ accepted: columns.ts.length, duplicate: 0, rejected: 0, rejections: [] });
  });
});

/** Reads a row back as the event object it stands for. */
function eventAt(columns: EventColumns, row: number): Record<string, unknown> {
  const names = eventFields.map(({ name }) => name).filter((name) => name !== 'properties');
  const given = columns as unknown as Record<string, unknown>;
  const event = names.map((name) => [name, valueAt(given[name], row)] as const);
  const properties = Object.entries(columns.properties ?? {})
    .map(([name, column]) => [name, valueAt(Object.values(column)[0], row)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries([
    ...event.filter(([, value]) => value !== undefined),
    ...(properties.length > 0 ? [['properties', Object.fromEntries(properties)] as const] : []),
  ]);
}

function valueAt(column: unknown, row: number): unknown {
  if (column === undefined) return undefined;
  if (Array.isArray(column)) return column[row] ?? undefined;
  if (column instanceof Float64Array) return Number.isNaN(column[row]) ? undefined : column[row];
  const { codes, dictionary } = column as { codes: Uint32Array; dictionary: string[] };
  return dictionary[codes[row]!] || undefined;
}
