import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchBuilder } from '#engine/ingest/batch-builder.js';
import { CsvRows } from '#engine/ingest/csv-rows.js';
import { JsonRows } from '#engine/ingest/json-rows.js';
import type { Mapping } from '#engine/ingest/mapping.js';
import type { RowReader } from '#engine/ingest/row-source.js';
import { SlotTable } from '#engine/ingest/slot-table.js';
import { brokenRow, csvFile, cuts, jsonRow } from './support/arbitrary-logs.js';
import { CollectingSink } from './support/collecting-sink.js';
import { readEvents, streamOf } from './support/read-events.js';

const encoder = new TextEncoder();

const mapping: Mapping = { fields: { tier: 'properties.plan', gone: null } };

/** What a reader makes of some rows, read by its usual way or by the exact one only. */
function outcomeOf(rows: readonly Uint8Array[], format: 'json' | 'csv', majorAmounts: boolean, exactly: boolean) {
  const builder = new BatchBuilder({ majorAmounts, app: undefined, maxProperties: 1000 });
  const slots = new SlotTable(builder, mapping);
  const reader: RowReader & { readExactly: RowReader['read'] } =
    format === 'json'
      ? new JsonRows(builder, slots, majorAmounts)
      : new CsvRows(builder, slots, majorAmounts, () => undefined);
  const reasons = rows.map((row) =>
    exactly ? reader.readExactly(row, 0, row.length) : reader.read(row, 0, row.length),
  );
  const sink = new CollectingSink();
  sink.append(builder.take());
  return { reasons, rows: sink.rows };
}

describe('the byte readers do as the exact way does', () => {
  it('for any JSON row, whole or broken', () => {
    const rows = fc.array(fc.oneof({ weight: 3, arbitrary: jsonRow }, brokenRow), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.boolean(), (texts, majorAmounts) => {
        const bytes = texts.map((text) => encoder.encode(text));
        expect(outcomeOf(bytes, 'json', majorAmounts, false)).toEqual(outcomeOf(bytes, 'json', majorAmounts, true));
      }),
      { numRuns: 1500 },
    );
  });

  it('for any lines, which they take without looking for their ends', async () => {
    const rows = fc.array(fc.oneof({ weight: 3, arbitrary: jsonRow }, brokenRow), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        const read = await readEvents(lines.map((line) => `${line}\n`).join(''), { format: 'ndjson', maxProperties: 1000, mapping });
        const exact = outcomeOf(lines.map((line) => encoder.encode(line)), 'json', false, true);
        expect(read.rows).toEqual(exact.rows);
        const isBlank = (line: string) => /^[ \t\r]*$/.test(line);
        const rejections = exact.reasons.map((reason, index) => ({ row: index + 1, reason }));
        expect(read.rejections).toEqual(rejections.filter(({ row, reason }) => reason !== null && !isBlank(lines[row - 1]!)));
      }),
      { numRuns: 600 },
    );
  }); // prettier-ignore

  it('for any bytes in place of some of a row', () => {
    fc.assert(
      fc.property(jsonRow, fc.nat(), fc.uint8Array({ maxLength: 4 }), (text, at, noise) => {
        const bytes = encoder.encode(text);
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - (at % bytes.length))), at % bytes.length);
        expect(outcomeOf([bytes], 'json', false, false)).toEqual(outcomeOf([bytes], 'json', false, true));
      }),
      { numRuns: 1000 },
    );
  });

  it('for any CSV record', () => {
    const field = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('12', '-0', '1e3', 'true', '1970-01-02T00:00:00Z', '"q"', '"q""q"', ''));
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 6, maxLength: 6 }), { maxLength: 10 }), (records) => {
        const lines = records.map((fields) => fields.map((f) => f.replaceAll(/[,\n\r]/g, '')).join(','));
        const wellQuoted = lines.filter((line) => line.split(',').every((f) => /^[^"]|^$|^"(?:[^"]|"")*"$/.test(f)));
        const bytes = ['user_id,ts,event,scene,plan,tier', ...wellQuoted].map((line) => encoder.encode(line));
        expect(outcomeOf(bytes, 'csv', false, false)).toEqual(outcomeOf(bytes, 'csv', false, true));
      }),
      { numRuns: 700 },
    );
  }); // prettier-ignore
});

describe('the outcome does not depend on how a file is cut into pieces', () => {
  const sameHoweverCut = (text: fc.Arbitrary<string>, format: 'ndjson' | 'json' | 'csv') =>
    fc.assert(
      fc.asyncProperty(
        text.chain((file) => fc.tuple(fc.constant(file), cuts(encoder.encode(file).length))),
        fc.constantFrom(40, 2 ** 20),
        async ([file, places], maxRowBytes) => {
          const bytes = encoder.encode(file);
          const whole = await readEvents(bytes, { format, maxRowBytes });
          expect(await readEvents(streamOf(bytes, places), { format, maxRowBytes })).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    );
  const rows = fc.array(fc.oneof({ weight: 4, arbitrary: jsonRow }, brokenRow, fc.constant('')), { maxLength: 8 });

  it('NDJSON', async () => sameHoweverCut(rows.map((lines) => lines.join('\n')), 'ndjson')); // prettier-ignore

  it('a JSON array', async () => sameHoweverCut(rows.map((elements) => `[${elements.join(',')}]`), 'json')); // prettier-ignore

  it('CSV', async () => sameHoweverCut(csvFile, 'csv'));
});

describe('a file reads the same in all formats', () => {
  it('for rows of plain text and numbers', async () => {
    const word = fc
      .string({ minLength: 1, maxLength: 8 })
      .filter((text) => !/^(?:true|false|[-\d].*)$|^\s*$/.test(text));
    const row = fc.record({ user_id: word, ts: fc.nat(), event: word, scene: fc.nat(), plan: word, seats: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (events) => {
        const quoted = (cell: unknown) => `"${String(cell).replaceAll('"', '""')}"`;
        const csv = [Object.keys(events[0]!), ...events.map((event) => Object.values(event).map(quoted))].join('\n');
        const ndjson = await readEvents(events.map((event) => JSON.stringify(event)).join('\n'), { format: 'ndjson' });
        expect((await readEvents(JSON.stringify(events), { format: 'json' })).rows).toEqual(ndjson.rows);
        expect((await readEvents(csv, { format: 'csv' })).rows).toEqual(ndjson.rows);
        expect(ndjson.rows).toHaveLength(events.length);
      }),
      { numRuns: 150 },
    );
  });
});
