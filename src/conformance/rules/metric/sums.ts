import type { Granularity, Profile } from '#contract/api.js';
import type { AskingRule, Finding } from '../../rule.js';
import { metricsOf, settingsOf, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined, unlessSame } from '../findings.js';

/** What adds up over time does so. */
export const sumsOverTime: AskingRule = {
  id: 'metric.adds-up',
  sentence:
    'What adds up over time is the sum of its buckets, by day and by week: as the catalogue says of the metric.',
  check: (subject) =>
    joined(settingsOf(subject), async (setting) => [
      ...(await check(subject, setting, 'day')),
      ...(await check(subject, setting, 'week')),
    ]),
};

async function check(subject: Subject, setting: Setting, granularity: Granularity): Promise<Finding[]> {
  const { scope, query, profile } = setting;
  if (!subject.catalog.granularities.includes(granularity)) return [];
  const metrics = additive(subject, setting, profile);
  if (metrics.length === 0) return [];
  const [cut, whole] = [
    { ...query, metrics, granularity },
    { ...query, metrics },
  ];
  const [{ series }, summary] = await Promise.all([
    subject.source.trend(scope, cut),
    subject.source.summary(scope, whole),
  ]);
  return series.flatMap(({ metric, values }) => {
    const value = summary.metrics.find((one) => one.metric === metric)?.value ?? null;
    const sum = values.reduce<number>((total, one) => total + (one ?? 0), 0);
    return unlessSame(value, value === null ? null : sum, {
      questions: [asked('summary', scope, whole), asked('trend', scope, cut)],
      at: metric,
      why: `its buckets by ${granularity}, added up`,
    });
  });
}

function additive(subject: Subject, { scope }: Setting, { new_user }: Profile): string[] {
  const isFirstEver = new_user.rule === 'first_ever';
  return metricsOf(
    subject,
    'trend',
    scope,
    ({ adds_up, formula }) => !formula && (adds_up === 'yes' || (adds_up === 'first_ever' && isFirstEver)),
  );
}

/** A range is a range, whichever report is asked. */
export const summaryIsTrend: AskingRule = {
  id: 'metric.summary-is-trend',
  sentence: 'A summary gives what a trend gives that has one bucket for the whole range.',
  async check(subject) {
    if (!subject.catalog.granularities.includes('all')) return [];
    return joined(settingsOf(subject), async ({ scope, query }) => {
      const metrics = metricsOf(subject, 'trend', scope).slice(0, 64);
      const [one, whole] = [
        { ...query, metrics, granularity: 'all' as const },
        { ...query, metrics },
      ];
      const [{ series }, summary] = await Promise.all([
        subject.source.trend(scope, one),
        subject.source.summary(scope, whole),
      ]);
      return summary.metrics.flatMap(({ metric, value }) =>
        unlessSame(value, series.find((row) => row.metric === metric)?.values[0], {
          questions: [asked('summary', scope, whole), asked('trend', scope, one)],
          at: metric,
          why: 'as the trend says of the whole range',
        }),
      );
    });
  },
};
