import type { RetentionReport } from '#contract/api.js';
import { addMonths, formatDay, parseDay, startOfMonth, startOfWeek } from '#time/day.js';
import { parseInstant } from '#time/instant.js';
import { zone as zoneOf } from '#time/zone.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import { knownMetrics, lacksReport, settingsOf, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined, unless, unlessSame } from '../findings.js';

type Period = 'day' | 'week' | 'month';
type Cohort = 'new_users' | 'active_users';

interface Returned {
  readonly setting: Setting;
  readonly granularity: Period;
  readonly cohort: Cohort;
  readonly report: RetentionReport;
  readonly questions: string[];
}

const cannot = (subject: Subject) => lacksReport(subject, 'retention');

function retentionRule(
  id: string,
  sentence: string,
  check: (returned: Returned, subject: Subject) => Finding[] | Promise<Finding[]>,
): AskingRule {
  return {
    id,
    sentence,
    cannot,
    check: (subject) =>
      joined(asks(subject), async ({ setting, granularity, cohort }) => {
        const { scope, query } = setting;
        const question = { ...query, granularity, cohort, offsets: [1, 2, 3] };
        const report = await subject.source.retention!(scope, question);
        return check(
          { setting, granularity, cohort, report, questions: [asked('retention', scope, question)] },
          subject,
        );
      }),
  };
}

/** Up to today, so that some periods have not ended. */
function asks(subject: Subject): Pick<Returned, 'setting' | 'granularity' | 'cohort'>[] {
  return settingsOf(subject, 'whole').flatMap((setting) => {
    const end = formatDay(zoneOf(setting.query.timezone).dayNumberOf(setting.study.asOf));
    const start =
      setting.query.start > end ? end : formatDay(Math.max(parseDay(setting.query.start)!, parseDay(end)! - 59));
    const upToNow = { ...setting, query: { ...setting.query, start, end } };
    return (['day', 'week', 'month'] as const).flatMap((granularity) =>
      (['new_users', 'active_users'] as const).map((cohort) => ({ setting: upToNow, granularity, cohort })),
    );
  });
}

/** The average weighs. */
export const weightedAverage = retentionRule(
  'retention.average',
  'The average of a column is the retained users of all cohorts that have reached it over the sizes of those cohorts, those with 0 retained included.',
  ({ report: { offsets, cohorts, average }, questions }) =>
    offsets.flatMap((offset, at) => {
      const reached = cohorts.filter(({ retained }) => retained[at] != null);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      const [returned, size] = [
        sum(reached.map(({ retained }) => retained[at]!)),
        sum(reached.map((one) => one.size ?? 0)),
      ];
      return unlessSame(average[at], size === 0 ? null : returned / size, {
        ...{ questions, at: `average of period ${offset}` },
        why: `${returned} of ${size} users`,
      });
    }),
);

/** What is not over is null. */
export const notEnded = retentionRule(
  'retention.not-ended-is-null',
  'A period counts where it has ended by data_as_of; one that has not is null, never 0, and one that has is a number.',
  ({ report: { meta, offsets, cohorts }, granularity, setting, questions }) => {
    const asOf = parseInstant(meta.data_as_of)!;
    const zone = zoneOf(setting.query.timezone);
    return cohorts.flatMap(({ start, retained }) =>
      offsets.flatMap((offset, at) => {
        const hasEnded = zone.startOfDay(later(parseDay(start)!, granularity, offset + 1)) <= asOf;
        const value = retained[at] ?? null;
        const came = `period ${offset} of ${start}: ${quoted(value)}`;
        return unless(hasEnded === (value !== null), questions, came, hasEnded ? 'a number' : 'null: it has not ended');
      }),
    );
  },
);

/** Which cohorts there are. */
export const cohortsListed = retentionRule(
  'retention.cohorts',
  'The cohorts are the days, weeks or months whose start lies in the range, all of them.',
  ({ report: { cohorts }, granularity, setting: { query, profile }, questions }) => {
    const [first, last] = [parseDay(query.start)!, parseDay(query.end)!];
    const wanted: string[] = [];
    for (let day = first; day <= last; day++) {
      const isStart =
        granularity === 'day' ||
        day === (granularity === 'week' ? startOfWeek(day, profile.week_start) : startOfMonth(day));
      if (isStart) wanted.push(formatDay(day));
    }
    const came = cohorts.map(({ start }) => start);
    return unless(quoted(came) === quoted(wanted), questions, quoted(came), quoted(wanted));
  },
);

/** The period after is the next one. */
export const nextPeriod = retentionRule(
  'retention.next-period',
  'Value 1 of active users is how many of them visit in the very next period: the retained users of that period in the trend.',
  async ({ report, granularity, cohort, setting, questions }, subject) => {
    const { scope, query } = setting;
    const metrics = knownMetrics(subject, 'trend', scope, ['retained_users']);
    if (cohort !== 'active_users' || metrics.length === 0 || subject.isApproximate) return [];
    if (!subject.catalog.granularities.includes(granularity)) return [];
    const question = { ...query, metrics, granularity };
    const { buckets, series } = await subject.source.trend(scope, question);
    const whole = new Map<string, number | null>(
      buckets.flatMap(({ start, state }, at) => (state === 'complete' ? [[start, series[0]?.values[at] ?? null]] : [])),
    );
    return report.cohorts.flatMap(({ start, retained }) => {
      const after = formatDay(later(parseDay(start)!, granularity, 1));
      const [value, wanted] = [retained[0] ?? null, whole.get(after) ?? null];
      if (value === null || wanted === null) return [];
      return unlessSame(value, wanted, {
        questions: [...questions, asked('trend', scope, question)],
        ...{ at: `period 1 of ${start}`, why: `the retained users of ${after}` },
      });
    });
  },
);

function later(day: number, granularity: Period, periods: number): number {
  if (granularity === 'month') return addMonths(day, periods);
  return day + periods * (granularity === 'week' ? 7 : 1);
}
