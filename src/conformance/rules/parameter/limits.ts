import type { Limits } from '#contract/api.js';
import { addMonths, formatDay, parseDay } from '#time/day.js';
import { type Case, caseRule, malformed, notAnswerable, type Questions, right } from './case.js';

/** A Monday that begins a month of data nobody has. */
const FIRST = parseDay('2021-03-01')!;

/** So many days from a first one. */
function days(count: number): { start: string; end: string } {
  return { start: formatDay(FIRST), end: formatDay(FIRST + count - 1) };
}

/** How long a range may be. */
export const rangeLimits = caseRule(
  {
    id: 'limit.range',
    sentence:
      'A range may be as long as the limits of the catalogue say, and not a day longer: that is 422 range_too_long.',
  },
  (ask, { catalog: { limits, granularities } }) => [
    ...ofDays(ask, limits),
    ...(granularities.includes('week')
      ? ofTrend(ask, 'week', days(limits.max_weeks * 7), days(limits.max_weeks * 7 + 1))
      : []),
    ...(granularities.includes('month') ? ofTrend(ask, 'month', ...months(limits.max_months)) : []),
    ...(granularities.includes('minute') ? ofTrend(ask, '10_minutes', ...hours(limits.max_minute_hours)) : []),
    ...analyses(ask, limits.max_analysis_days),
  ],
);

function ofDays(ask: Questions, { max_days: most }: Limits): Case[] {
  const reports = (['summary', 'trend', 'breakdown', 'distribution'] as const).filter((report) => ask.answers(report));
  return reports.flatMap((report) => [
    right(ask.get(report, days(most))),
    notAnswerable(ask.get(report, days(most + 1)), 'range_too_long'),
  ]);
}

function ofTrend(ask: Questions, granularity: string, longest: object, tooLong: object): Case[] {
  return [
    right(ask.get('trend', { granularity, ...longest })),
    notAnswerable(ask.get('trend', { granularity, ...tooLong }), 'range_too_long'),
  ];
}

function months(most: number): [object, object] {
  const next = addMonths(FIRST, most);
  return [
    { start: formatDay(FIRST), end: formatDay(next - 1) },
    { start: formatDay(FIRST), end: formatDay(next) },
  ];
}

function hours(most: number): [object, object] {
  const start = '2021-03-01T00:00:00Z';
  const after = (milliseconds: number) => new Date(Date.parse(start) + milliseconds).toISOString();
  return [
    { start, end: after(most * 3_600_000) },
    { start, end: after(most * 3_600_000 + 600_000) },
  ];
}

function analyses(ask: Questions, most: number): Case[] {
  const reports = (['funnel', 'event'] as const).filter((report) => ask.answers(report));
  return reports.flatMap((report) => [
    right(ask.post(report, days(most))),
    notAnswerable(ask.post(report, days(most + 1)), 'range_too_long'),
  ]);
}

/** How many rows may be asked. */
export const rowLimits = caseRule(
  {
    id: 'limit.rows',
    sentence: 'A limit is a whole number from 1 to the most rows that the catalogue names; anything else is malformed.',
  },
  (ask, { catalog: { limits } }) => {
    const wrong = [0, -1, limits.max_rows + 1, 'ten', 1.5];
    const { dimension } = ask;
    return [
      ...[1, limits.max_rows].map((limit) => right(ask.get('breakdown', { limit }))),
      ...[1, limits.max_rows].map((limit) => right(ask.get('values', { limit }))),
      ...wrong.map((limit) => malformed(ask.get('breakdown', { limit }), 'limit')),
      ...wrong.map((limit) => malformed(ask.get('values', { limit }), 'limit')),
      ...wrong.map((limit) => malformed(ask.get('trend', { limit, breakdown_by: dimension }), 'limit')),
      ...wrong.map((limit) => malformed(ask.post('breakdown', { limit }), 'limit')),
    ];
  },
);
