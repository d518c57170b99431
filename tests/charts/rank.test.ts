import { describe, expect, it } from 'vitest';
import { rank } from '#charts/rank.js';
import { sampleBreakdown } from './sample-breakdown.js';

const opens = (value: number | null) => ({ opens: value });

describe('a rank', () => {
  it('keeps the order of the answer, then says the others, then the total', () => {
    const report = sampleBreakdown(
      [
        ['2', opens(40)],
        [null, opens(10)],
      ],
      { others: { count: 9, values: opens(5) } },
    );
    const rows = rank(report, 'opens');
    expect(rows.map(({ kind, key, count }) => [kind, key, count])).toEqual([
      ['row', '2', 1],
      ['row', null, 1],
      ['others', null, 9],
      ['total', null, 11],
    ]);
    expect(rows.map(({ values }) => values['opens'])).toEqual([40, 10, 5, 55]);
  });

  it('measures bars against the longest, be it the others', () => {
    const report = sampleBreakdown(
      [
        ['a', opens(40)],
        ['b', opens(10)],
      ],
      { others: { count: 9, values: opens(80) } },
    );
    expect(rank(report, 'opens').map(({ length }) => length)).toEqual([0.5, 0.125, 1, null]);
  });

  it('has room for what was before', () => {
    const rows = rank(
      sampleBreakdown([
        ['a', opens(50), opens(100)],
        ['b', opens(25), opens(0)],
      ]),
      'opens',
    );
    expect(rows.map(({ length, lengthBefore }) => [length, lengthBefore])).toEqual([
      [0.5, 1],
      [0.25, 0],
      [null, null],
    ]);
    expect(rows.map(({ before }) => before?.growth['opens'])).toEqual([-0.5, null, -0.25]);
  });

  it('tells what is missing from nothing', () => {
    const rows = rank(
      sampleBreakdown(
        [
          ['a', opens(0)],
          ['b', opens(null)],
        ],
        { totals: opens(0) },
      ),
      'opens',
    );
    expect(rows.map(({ length }) => length)).toEqual([null, null, null]);
    expect(
      rank(
        sampleBreakdown([
          ['a', opens(1)],
          ['b', opens(null)],
        ]),
        'opens',
      )[1]?.length,
    ).toBeNull();
  });

  it('gives the total a share of all where the rows have shares', () => {
    const report = sampleBreakdown([['a', { opens: 3, avg_duration_per_open: 9 }]], { totals: { opens: 3 } });
    const [row] = report.rows;
    const whole = { ...report, rows: [{ ...row!, shares: { opens: 1 } }] };
    expect(rank(whole, 'opens').at(-1)?.shares).toEqual({ opens: 1 });
    expect(rank({ ...whole, totals: { values: { opens: 0 } } }, 'opens').at(-1)?.shares).toEqual({ opens: null });
  });
});
