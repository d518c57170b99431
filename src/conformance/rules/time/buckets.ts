import type { Granularity } from '#contract/api.js';
import { cutBuckets } from '#time/buckets.js';
import { formatDay, parseDay } from '#time/day.js';
import { parseInstant } from '#time/instant.js';
import { dayRange } from '#time/range.js';
import { zone as zoneOf } from '#time/zone.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import { metricsOf, settingsOf, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined, unless } from '../findings.js';

interface Cut {
  readonly setting: Setting;
  readonly start: string;
  readonly end: string;
  readonly granularity: Granularity;
}

/** Days on which clocks change in zones that are asked. */
const CHANGES = [
  { timezone: 'America/New_York', day: '2026-03-08' },
  { timezone: 'America/New_York', day: '2025-11-02' },
  { timezone: 'Australia/Lord_Howe', day: '2026-04-05' },
];

/** Buckets lie where the calendar of the zone has them. */
export const bucketEdges: AskingRule = {
  id: 'time.bucket-edges',
  sentence:
    'Buckets are cut by the clock and the calendar of the report’s zone: a day may have 23 or 25 hours, a week begins as the profile says, each bucket begins where the one before ends.',
  check: (subject) => joined(cutsOf(subject), (cut) => judge(subject, cut, 'edges')),
};

/** Buckets say how much of them has data. */
export const bucketStates: AskingRule = {
  id: 'state.bucket',
  sentence:
    'A bucket is future where it starts at or after data_as_of, running where it holds it, clipped where the range cuts its week or month, else complete.',
  check: (subject) => joined(cutsOf(subject), (cut) => judge(subject, cut, 'states')),
};

function cutsOf(subject: Subject): Cut[] {
  return settingsOf(subject).flatMap((setting): Cut[] => {
    const { study, query, profile } = setting;
    const today = zoneOf(query.timezone).dayNumberOf(study.asOf);
    // From the data to some days that are still to come.
    const ahead = { start: formatDay(Math.max(today - 20, parseDay(query.start) ?? 0)), end: formatDay(today + 3) };
    const [first] = settingsOf(subject);
    const changes = setting.scope === first?.scope && profile === first.profile ? CHANGES : [];
    return [
      ...(['day', 'week', 'month'] as const).map((granularity) => ({ setting, granularity, ...ahead })),
      { setting, granularity: 'hour' as const, start: query.end, end: query.end },
      ...changes.map(({ timezone, day }) => ({
        setting: { ...setting, query: { ...query, timezone } },
        ...{ granularity: 'hour' as const, start: day, end: day },
      })),
    ].filter(({ granularity }) => subject.catalog.granularities.includes(granularity));
  });
}

async function judge(subject: Subject, cut: Cut, what: 'edges' | 'states'): Promise<Finding[]> {
  const { scope, query, profile } = cut.setting;
  const { start, end, granularity } = cut;
  const question = { ...query, start, end, granularity, metrics: metricsOf(subject, 'trend', scope).slice(0, 1) };
  const { buckets, meta } = await subject.source.trend(scope, question);
  const zone = zoneOf(query.timezone);
  const range = dayRange(zone, parseDay(start)!, parseDay(end)!);
  const options = { asOf: parseInstant(meta.data_as_of)!, weekStart: profile.week_start };
  const wanted = cutBuckets(zone, range, granularity, options);
  const questions = [asked('trend', scope, question)];
  if (what === 'edges' && buckets.length !== wanted.length)
    return unless(false, questions, `${buckets.length} buckets`, `${wanted.length} buckets`);
  return buckets.flatMap((bucket, at) => {
    const expected = wanted[at];
    if (!expected) return [];
    const holds = what === 'states' ? bucket.state === expected.state : isSpan(bucket, expected.label);
    return unless(
      holds,
      questions,
      `bucket ${at}: ${quoted(bucket)}`,
      quoted({ ...expected.label, state: expected.state }),
    );
  });
}

/** Instants may be written with or without milliseconds. */
function isSpan(got: { start: string; end: string }, wanted: { start: string; end: string }): boolean {
  const point = (text: string) => parseDay(text) ?? parseInstant(text);
  return point(got.start) === point(wanted.start) && point(got.end) === point(wanted.end);
}
