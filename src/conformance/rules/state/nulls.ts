import { formatDay } from '#time/day.js';
import { parseInstant } from '#time/instant.js';
import { zone as zoneOf } from '#time/zone.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule } from '../../rule.js';
import { metricsOf, settingsOf, type Setting } from '../../subject/subject.js';
import { asked, joined, unless } from '../findings.js';

/** Five days before data ends to five days after. */
function aroundNow({ study, query }: Setting): { start: string; end: string } {
  const today = zoneOf(query.timezone).dayNumberOf(study.asOf);
  return { start: formatDay(today - 5), end: formatDay(today + 5) };
}

/** What has not been is null. */
export const futureIsNull: AskingRule = {
  id: 'state.future-is-null',
  sentence: 'A bucket that starts at or after data_as_of has no values: null, never 0.',
  check: (subject) =>
    joined(settingsOf(subject), async (setting) => {
      const { scope, query } = setting;
      const question = {
        ...query,
        ...aroundNow(setting),
        granularity: 'day' as const,
        metrics: metricsOf(subject, 'trend', scope).slice(0, 64),
      };
      const { buckets, series, meta } = await subject.source.trend(scope, question);
      const asOf = parseInstant(meta.data_as_of)!;
      const zone = zoneOf(query.timezone);
      return series.flatMap(({ metric, values }) =>
        buckets.flatMap(({ start }, at) => {
          const isFuture = zone.startOfDay(start) >= asOf;
          const value = values[at] ?? null;
          const came = `${metric} of ${start}: ${quoted(value)}`;
          return unless(!isFuture || value === null, [asked('trend', scope, question)], came, 'null: it has not begun');
        }),
      );
    }),
};

/** What has been is a number. */
export const pastIsNumber: AskingRule = {
  id: 'state.past-is-number',
  sentence: 'What is counted is a number once its bucket has begun: 0 where there is nothing, never null.',
  check: (subject) =>
    joined(settingsOf(subject), async (setting) => {
      const { scope, query } = setting;
      const counted = metricsOf(
        subject,
        'trend',
        scope,
        ({ formula, unit }) => !formula && (unit === 'count' || unit === 'users'),
      );
      const question = { ...query, ...aroundNow(setting), granularity: 'day' as const, metrics: counted.slice(0, 64) };
      if (question.metrics.length === 0) return [];
      const { buckets, series, meta } = await subject.source.trend(scope, question);
      const asOf = parseInstant(meta.data_as_of)!;
      const zone = zoneOf(query.timezone);
      return series.flatMap(({ metric, values }) =>
        buckets.flatMap(({ start }, at) => {
          const hasBegun = zone.startOfDay(start) < asOf;
          const isThere = !hasBegun || typeof values[at] === 'number';
          return unless(
            isThere,
            [asked('trend', scope, question)],
            `${metric} of ${start}: null`,
            'a number, 0 where there is nothing',
          );
        }),
      );
    }),
};

/** A range that has not begun. */
export const rangeAhead: AskingRule = {
  id: 'state.range-ahead',
  sentence:
    'A range that starts at or after data_as_of is answered with null and a state that says why, not with an error.',
  check: (subject) =>
    joined(settingsOf(subject), async ({ scope, query, study }) => {
      const day = formatDay(zoneOf(query.timezone).dayNumberOf(study.asOf) + 3);
      const question = {
        ...query,
        start: day,
        end: day,
        metrics: metricsOf(subject, 'summary', scope).slice(0, 64),
        compare: ['previous_day' as const],
      };
      const { metrics } = await subject.source.summary(scope, question);
      return metrics.flatMap(({ metric, value, state, comparisons }) => {
        const questions = [asked('summary', scope, question)];
        const isNull =
          value === null &&
          comparisons.every(
            ({ growth, current, previous }) => growth === null && current.value === null && previous.value === null,
          );
        return [
          ...unless(isNull, questions, `${metric}: ${quoted({ value, comparisons })}`, 'null, and null compared'),
          ...unless(state !== undefined, questions, `${metric} without a state`, 'future or not_yet'),
        ];
      });
    }),
};
