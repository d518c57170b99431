import { formatDay, parseDay } from '#time/day.js';
import { formatInstant } from '#time/instant.js';
import { zone as zoneOf } from '#time/zone.js';
import type { AskingRule, Finding } from '../../rule.js';
import { knownMetrics, type Subject } from '../../subject/subject.js';
import type { Study } from '../../subject/study.js';
import { asked, joined, unlessSame } from '../findings.js';

const ZONES = ['Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati'];
const DAYS = 5;

/** A day is the zone's day. */
export const localDay: AskingRule = {
  id: 'time.local-day',
  sentence:
    'A day of a report lies between the two midnights of its zone, at +05:45 as well: it counts what the instants between them count, and its hours add up to it.',
  cannot: ({ catalog }) =>
    catalog.profiles.some(({ live }) => live !== null) ? undefined : 'no profile answers a range of instants',
  check: (subject) =>
    joined(
      subject.studies.flatMap((study) => ZONES.map((timezone) => ({ study, timezone }))),
      ({ study, timezone }) => check(subject, study, timezone),
    ),
};

async function check(subject: Subject, { scope, recent }: Study, timezone: string): Promise<Finding[]> {
  const { profiles, default_profile: usual } = subject.catalog;
  const live = profiles.filter((profile) => profile.live !== null);
  const profile = (live.find(({ id }) => id === usual) ?? live[0]!).id;
  const metrics = knownMetrics(subject, 'trend', scope, ['active_users', 'visits', 'opens']);
  if (metrics.length === 0) return [];
  const last = parseDay(recent.end)! - 1;
  const first = Math.max(parseDay(recent.start)!, last - DAYS + 1);
  if (first > last) return [];
  const byDay = {
    ...{ timezone, profile, metrics },
    start: formatDay(first),
    end: formatDay(last),
    granularity: 'day' as const,
  };
  const [{ buckets, series }, byHour] = await Promise.all([
    subject.source.trend(scope, byDay),
    subject.source.trend(scope, { ...byDay, granularity: 'hour' }),
  ]);
  const zone = zoneOf(timezone);
  const found = await joined(buckets, async ({ start }) => {
    const [from, to] = [zone.startOfDay(start), zone.endOfDay(start)];
    const between = { timezone, profile, metrics, start: formatInstant(from), end: formatInstant(to) };
    const { metrics: values } = await subject.source.summary(scope, between);
    const questions = [asked('trend', scope, byDay), asked('summary', scope, between)];
    const at = buckets.findIndex((bucket) => bucket.start === start);
    return series.flatMap(({ metric, values: days }) => {
      const value = values.find((row) => row.metric === metric)?.value;
      return unlessSame(days[at], value, {
        questions,
        at: `${metric} of ${start}`,
        why: 'as between its two midnights',
      });
    });
  });
  return [...found, ...hoursOfDays(scope, byDay, { buckets, series }, byHour)];
}

type Trend = Awaited<ReturnType<Subject['source']['trend']>>;

function hoursOfDays(
  scope: Study['scope'],
  byDay: object,
  days: Pick<Trend, 'buckets' | 'series'>,
  hours: Trend,
): Finding[] {
  const zone = zoneOf(hours.meta.timezone);
  const questions = [asked('trend', scope, byDay), asked('trend', scope, { ...byDay, granularity: 'hour' })];
  const additive = days.series.filter(({ metric }) => metric !== 'active_users');
  return additive.flatMap(({ metric, values }) =>
    days.buckets.flatMap(({ start }, day) => {
      const ofHours = hours.series.find((row) => row.metric === metric)?.values ?? [];
      const inDay = ofHours.filter((_, hour) => zone.dayOf(Date.parse(hours.buckets[hour]?.start ?? '')) === start);
      const sum = inDay.reduce<number>((total, value) => total + (value ?? 0), 0);
      return unlessSame(values[day], sum, { questions, at: `${metric} of ${start}`, why: 'its hours, added up' });
    }),
  );
}
