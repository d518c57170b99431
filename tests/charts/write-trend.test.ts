import { describe, expect, it } from 'vitest';
import type { Meta } from '#contract/api.js';
import { wallTime } from '#charts/calendar.js';
import { readPoint } from '#charts/read-point.js';
import { trendModel } from '#charts/trend-model.js';
import { trendPoint } from '#charts/trend-point.js';
import { writeTrend } from '#charts/write-trend.js';
import { Formats } from '#format/formats.js';
import { Texts } from '#i18n/texts.js';
import { en } from '#i18n/trend-chart/en.js';
import { previousPeriod, sampleTrend } from './sample-trend.js';

const units = { opens: { unit: 'count', better: 'up' }, exit_rate: { unit: 'rate', better: 'down' } } as const;

function writer(meta: Partial<Meta> = {}, locale = 'en') {
  const report = sampleTrend();
  const texts = new Texts<typeof en>(locale, [en]);
  return writeTrend({
    formats: new Formats({ locale, timezone: 'Asia/Shanghai' }),
    texts,
    meta: { ...report.meta, ...meta },
    metric: (id) => units[id as keyof typeof units],
    metricName: (id) => (id === 'opens' ? 'Opens' : id),
    keyName: (key, label) => label ?? key,
  });
}

describe('writeTrend', () => {
  it('names metrics, values of a dimension, what is not set, and the others', () => {
    const line = { id: '', metric: 'opens', values: [] };
    expect([
      writer().name(line),
      writer().name({ ...line, key: '2', label: 'Search' }),
      writer().name({ ...line, key: null }),
      writer().name({ ...line, othersOf: 9 }),
    ]).toEqual(['Opens', 'Search', 'Not set', '9 others']);
  });

  it('writes the unit of a metric, and takes one that nobody knows for a count', () => {
    expect(writer().value('exit_rate', 0.3084)).toBe('30.84%');
    expect(writer().valueTick('opens', 15_000)).toBe('15K');
    expect(writer().value('from_the_future', 12)).toBe('12');
    expect(writer().value('opens', null)).toBe('–');
  });

  it('says whether a change is good from the side that the metric takes', () => {
    expect(writer().growth('opens', 0.2)).toEqual({ text: '+20%', direction: 'up', isGood: true });
    expect(writer().growth('exit_rate', 0.2)).toEqual({ text: '+20%', direction: 'up', isGood: false });
    expect(writer().growth('opens', 0)).toMatchObject({ text: '0%', direction: 'flat', isGood: undefined });
    expect(writer().growth('opens', null)).toMatchObject({ text: '–', direction: 'none' });
  });

  it('says how far the running bucket goes', () => {
    const running = { start: '2026-11-22', end: '2026-11-22', state: 'running' as const };
    expect(writer().soFar(running)).toBe('so far, to 13:30');
    expect(writer({ granularity: 'week' }).soFar(running)).toBe('so far, to 22 Nov, 13:30');
    const midnight = { granularity: 'month' as const, data_as_of: '2026-11-21T16:00:00Z' };
    expect(writer(midnight).soFar(running)).toBe('so far, through 21 Nov');
  });

  it('says what is missing of a bucket', () => {
    const bucket = { start: '2026-11-16', end: '2026-11-17' };
    expect(writer({ granularity: 'week' }).state({ ...bucket, state: 'clipped' })).toBe('part of the week');
    expect(writer({ granularity: 'month' }).state({ ...bucket, state: 'clipped' })).toBe('part of the month');
    expect(writer().state({ ...bucket, state: 'future' })).toBe('not begun');
    expect(writer().state({ ...bucket, state: 'complete' })).toBe('');
  });

  it('labels the axis in the zone and language of the report', () => {
    const tick = (start: string, style: 'clock' | 'day' | 'month' | 'year', locale = 'en') =>
      writer({}, locale).timeTick(wallTime(start, 'Asia/Shanghai'), { start, end: start, state: 'complete' }, style);
    expect(tick('2026-11-22T05:00:00Z', 'clock')).toBe('13:00');
    expect(tick('2026-11-16', 'day')).toBe('16 Nov');
    expect(tick('2026-11-01', 'month')).toBe('Nov');
    expect(tick('2026-01-01', 'month')).toBe('2026');
    expect(tick('2026-11-16', 'day', 'zh-CN')).toBe('11月16日');
  });
});

describe('readPoint', () => {
  const read = (index: number): string => {
    const model = trendModel(sampleTrend({ comparisons: [previousPeriod] }));
    const view = { shown: new Set(['opens']), writer: writer(), zeroPrevious: 'null' as const };
    return readPoint(trendPoint(model, index, view), new Texts<typeof en>('en', [en]));
  };

  it('reads the bucket, the value, what it is compared with, and the change', () => {
    expect(read(0)).toBe('Tue 17 Nov: Opens 12,400, Wed 11 Nov 10,000, +24%');
  });

  it('reads a running bucket as such and without a change', () => {
    expect(read(5)).toBe('Sun 22 Nov, so far, to 13:30: Opens 7,112, Mon 16 Nov 15,000');
  });
});
