import { describe, expect, it } from 'vitest';
import type { EventColumns } from '#engine/ingest/event-columns.js';
import { ingestColumns } from '#engine/ingest/ingest-columns.js';
import { CollectingSink } from './support/collecting-sink.js';

function take(columns: EventColumns, options = {}) {
  const sink = new CollectingSink();
  const outcome = ingestColumns(sink, columns, { withoutVisits: true, ...options });
  return { ...outcome, rows: sink.rows };
}

const two = { user_id: ['a', 'b'], ts: [1, 2], event: ['launch', 'share'] } as const;

describe('columns of events', () => {
  it('are texts, codes with a dictionary, typed arrays or lists', () => {
    const { rows, accepted } = take({
      user_id: { codes: Uint8Array.of(1, 2, 1), dictionary: [null, 'ann', 'ben'] },
      ts: BigInt64Array.of(1n, 2n, 3n),
      event: { codes: Uint16Array.of(0, 0, 1), dictionary: ['launch', 'page_view'] },
      page_path: [null, undefined, '/home'],
      duration_ms: Float32Array.of(NaN, 1.5, 2),
      scene: [1011, null, undefined],
      os_name: ['', 'iOS', 'iOS'],
      device_width: Int32Array.of(390, 400, 410),
      event_id: ['e1', '', 'e3'],
      environment: [null, 'non_production', 'production'],
      properties: {
        plan: { text: ['pro', null, 'free'] },
        seats: { number: [1, null, 3] },
        trial: { boolean: [true, false, null] },
      },
    });
    expect(accepted).toBe(3);
    expect(rows).toEqual([
      {
        user_id: 'ann', ts: 1, event: 'launch', event_id: 'e1', scene: 1011, device_width: 390,
        'properties.plan': 'pro', 'properties.seats': 1, 'properties.trial': true,
      },
      {
        user_id: 'ben', ts: 2, event: 'launch', duration_ms: 1.5, os_name: 'iOS', device_width: 400,
        environment: 'non_production', 'properties.trial': false,
      },
      {
        user_id: 'ann', ts: 3, event: 'page_view', event_id: 'e3', page_path: '/home', duration_ms: 2, os_name: 'iOS',
        device_width: 410, 'properties.plan': 'free', 'properties.seats': 3,
      },
    ]); // prettier-ignore
  });

  it('with codes whose 0 is missing are handed on without a copy', () => {
    const codes = Uint32Array.of(1, 1);
    const ts = Float64Array.of(1, 2);
    let same = false;
    ingestColumns(
      { append: (batch) => ((same = batch.userId.codes === codes && batch.ts === ts), { accepted: 2, duplicate: 0 }) },
      { user_id: { codes, dictionary: ['', 'a'] }, ts, event: ['launch', 'launch'] },
    );
    expect(same).toBe(true);
  });

  it('may come again with a dictionary that has grown', () => {
    const sink = new CollectingSink();
    const dictionary: (string | null)[] = [null, 'a'];
    const more = (code: number) =>
      ingestColumns(sink, { user_id: { codes: Uint8Array.of(code), dictionary }, ts: [1], event: ['launch'] });
    more(1);
    dictionary.push('b');
    more(2);
    expect(sink.rows.map((row) => row['user_id'])).toEqual(['a', 'b']);
  });

  it('with empty entries inside a dictionary take those as missing', () => {
    const { rows } = take({ ...two, source: { codes: Uint8Array.of(1, 2), dictionary: [null, '', 's'] } });
    expect(rows.map((row) => row['source'])).toEqual([undefined, 's']);
  });

  it('reject bad rows by their place and keep the others whole', () => {
    const { rows, rejections, rejected, accepted } = take({
      user_id: ['a', null, 'c', 'd', 'e', 'f', 'g', 'h'],
      ts: [1, 2, NaN, -4, 5, 6, 7, 8],
      event: ['x', 'x', 'x', 'x', null, 'x', 'x', 'x'],
      duration_ms: [null, null, null, null, null, -1, null, 9],
      currency: [null, null, null, null, null, null, 'euro', 'EUR'],
      source: ['s', 's', 's', 's', 's', 's', 's', 'last'],
    });
    expect({ accepted, rejected }).toEqual({ accepted: 2, rejected: 6 });
    expect(rejections.map(({ row, reason }) => `${row} ${reason.split(';')[0]!}`)).toEqual([
      '2 `user_id` is missing',
      '3 `ts` is missing',
      '4 `ts` is -4',
      '5 `event` is missing',
      '6 `duration_ms` is -1',
      '7 `currency` is "euro"',
    ]);
    expect(rows).toEqual([
      { user_id: 'a', ts: 1, event: 'x', source: 's' },
      { user_id: 'h', ts: 8, event: 'x', source: 'last', duration_ms: 9, currency: 'EUR' },
    ]);
  });

  it('name the environment that is none, as text or as codes', () => {
    for (const environment of [['staging', null], { codes: Uint8Array.of(1, 0), dictionary: [null, 'staging'] }]) {
      expect(take({ ...two, environment }).rejections).toEqual([
        { row: 1, reason: '`environment` is "staging"; it has to be "production" or "non_production".' },
      ]);
    }
  });

  it('of one app get it where they name none', () => {
    const { rows, rejections } = take({ ...two, user_id: ['a', 'b'], app_id: [null, 'game'] }, { app: 'shop' });
    expect(rows.map((row) => row['app_id'])).toEqual(['shop']);
    expect(rejections[0]?.reason).toContain('`app_id` is "game"');
    expect(take(two, { app: 'shop' }).rows.map((row) => row['app_id'])).toEqual(['shop', 'shop']);
  });

  it('without a visit are refused, as a file is', () => {
    expect(() => take({ ...two, event: ['x', 'y'] }, { withoutVisits: false })).toThrow('No event of the log plays');
  });

  it('of the wrong kind or length are not taken at all, and all faults are named', () => {
    const columns: unknown = {
      user_id: 'ann', event: { codes: Uint8Array.of(0, 9), dictionary: ['x'] }, ts: [1, 2],
      scene: ['x', 'y'], page_path: ['/a'], colour: [1], properties: { p: [1], q: { boolean: [1, 2] } },
    }; // prettier-ignore
    expect(() => take(columns as EventColumns)).toThrow(
      expect.objectContaining({
        name: 'ColumnsError',
        faults: [
          '`user_id` is "ann"; it has to be a list of texts, or codes (Uint8Array, Uint16Array, Uint32Array) with their dictionary.',
          '`event` has code 9 in row 2; its dictionary has 1 entries.',
          '`scene` is a list; it has to be a typed array or a list of numbers.',
          '`page_path` has 1 rows, `ts` has 2.',
          '`colour` is no field of an event; custom fields belong into `properties`.',
          '`properties.p` has to hold one of text, number, boolean.',
          '`properties.q` is a list; it has to be a list of truth values.',
        ],
      }),
    );
    expect(() => take({} as EventColumns)).toThrow('`user_id` is missing. `ts` is missing. `event` is missing.');
  });
});
