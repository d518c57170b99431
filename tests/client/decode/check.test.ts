import { describe, expect, it } from 'vitest';
import { type Check, list, nullable, object, optional, record } from '#client/decode/check.js';
import { count, currency, day, dayOrInstant, instant, number, text, value, zone } from '#client/decode/words.js';

const check = object<{ rows: { key: string | null; values: Record<string, number | null>; note?: string }[] }>({
  rows: list(object({ key: nullable(text), values: record(value), note: optional(text) })),
});

describe('a check', () => {
  it.each([
    [{ rows: [] }, undefined],
    [{ rows: [{ key: null, values: { a: 1, b: null } }], new_field: true }, undefined],
    [null, { path: '', expected: 'an object', got: 'null' }],
    [{ rows: {} }, { path: 'rows', expected: 'a list', got: '{}' }],
    [{}, { path: 'rows', expected: 'a list', got: 'nothing' }],
    [
      {
        rows: [
          { key: 'a', values: {} },
          { key: 4, values: {} },
        ],
      },
      { path: 'rows[1].key', expected: 'a text or null', got: '4' },
    ],
    [
      { rows: [{ key: 'a', values: { exit_rate: '30%' } }] },
      { path: 'rows[0].values.exit_rate', expected: 'a number or null', got: '"30%"' },
    ],
    [{ rows: [{ key: 'a', values: {}, note: null }] }, { path: 'rows[0].note', expected: 'a text', got: 'null' }],
    [{ rows: [{ key: 'a', values: null }] }, { path: 'rows[0].values', expected: 'an object', got: 'null' }],
  ])('of %j says where it breaks the contract, if it does', (given, fault) => {
    expect(check(given)).toEqual(fault);
  });

  it('shows no more than a line of what it found', () => {
    expect(text(['x'.repeat(500)])?.got).toHaveLength(60);
  });

  it('names the place of an item of a list at the top', () => {
    expect(list(list(number))([[1], [2, 'x']])).toMatchObject({ path: '[1][1]' });
  });
});

describe('the words of the contract', () => {
  const cases: [string, Check<unknown>, unknown[], unknown[]][] = [
    ['number', number, [0, -1.5], ['1', null, JSON.parse('1e999')]],
    ['count', count, [0, 7], [-1, 1.5, '1']],
    ['day', day, ['2026-11-22'], ['2026-13-01', '22.11.2026', '2026-11-22T00:00:00Z', 20261122]],
    [
      'instant',
      instant,
      ['2026-11-22T05:30:00Z', '2026-11-22T05:30:00.000+08:00'],
      ['2026-11-22', '2026-11-22T05:30:00', '2026-11-22T99:00:00Z', 0],
    ],
    ['day or instant', dayOrInstant, ['2026-11-22', '2026-11-22T05:30:00Z'], ['today', null]],
    ['zone', zone, ['UTC', 'Asia/Shanghai'], ['Mars/Olympus', '', 8]],
    ['currency', currency, ['CNY'], ['cny', 'yuan', '']],
  ];
  it.each(cases)('%s', (_name, check, good, bad) => {
    expect(good.filter((one) => check(one))).toEqual([]);
    expect(bad.filter((one) => !check(one))).toEqual([]);
  });
});
