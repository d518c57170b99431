import { describe, expect, it } from 'vitest';
import { periodOf, retentionGranularity, retentionModel } from '#charts/retention.js';
import { retentionOf } from './sample-retention.js';

describe('the model of a retention report', () => {
  it('divides who came back by the size of the cohort', () => {
    const { rows } = retentionModel(retentionOf());
    expect(rows.map(({ cells }) => cells.map(({ rate }) => rate))).toEqual([
      [0.3, 0.2, null],
      [0.2, 0.1, null],
      [0.25, null, null],
      [null, null, null],
    ]);
  });

  it('has no share of a cohort of nobody, and no heat for it', () => {
    const { rows } = retentionModel(
      retentionOf({ offsets: [1], average: [null], cohorts: [{ start: '2026-10-26', size: 0, retained: [0] }] }),
    );
    expect(rows[0]?.cells).toEqual([{ returned: 0, rate: null, step: 0 }]);
  });

  it('puts shares on seven equal steps from the lowest to the highest', () => {
    const retained = [100, 128, 129, 157, 185, 214, 242, 271, 300];
    const { rows, scale } = retentionModel(
      retentionOf({
        offsets: retained.map((_, index) => index + 1),
        average: retained.map((one) => one / 1000),
        cohorts: [{ start: '2026-10-26', size: 1000, retained }],
      }),
    );
    expect(scale).toEqual({ low: 0.1, high: 0.3 });
    expect(rows[0]?.cells.map(({ step }) => step)).toEqual([1, 1, 2, 2, 3, 4, 5, 6, 7]);
  });

  it('gives one share the middle step, and nothing but zeros the lowest', () => {
    const one = (returned: number) =>
      retentionModel(
        retentionOf({ offsets: [1], average: [0], cohorts: [{ start: '2026-10-26', size: 10, retained: [returned] }] }),
      ).rows[0]?.cells[0]?.step;
    expect([one(5), one(0)]).toEqual([4, 1]);
  });

  it('knows a cohort whose own period has not ended', () => {
    expect(retentionModel(retentionOf()).rows.map(({ isRunning }) => isRunning)).toEqual([false, false, false, true]);
    // at midnight in Shanghai the week is over
    const over = retentionOf({}, { data_as_of: '2026-11-22T16:00:00.000Z' });
    expect(retentionModel(over).rows.at(-1)?.isRunning).toBe(false);
  });

  it('takes the average from the report, and says over whom it was weighed', () => {
    expect(retentionModel(retentionOf()).averages).toEqual([
      { rate: 0.25, returned: 1000, size: 4000, cohorts: 3 },
      { rate: 0.15, returned: 300, size: 2000, cohorts: 2 },
      { rate: null, returned: 0, size: 0, cohorts: 0 },
    ]);
  });
});

describe('periods', () => {
  it('are whole weeks and months, also in a leap year', () => {
    expect(periodOf('2026-11-16', 'week').end).toBe('2026-11-22');
    expect(periodOf('2028-02-01', 'month').end).toBe('2028-02-29');
    expect(periodOf('2026-11-16', 'day').end).toBe('2026-11-16');
  });

  it('are days where a scope speaks of hours', () => {
    expect([retentionGranularity('hour'), retentionGranularity(undefined), retentionGranularity('month')]).toEqual([
      'day',
      'day',
      'month',
    ]);
  });
});
