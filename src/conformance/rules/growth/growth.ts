import type { CompareKind, SummaryReport } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import { dayRange, namedRange } from '#time/range.js';
import { comparison } from '#time/compare.js';
import { parseDay } from '#time/day.js';
import { parseInstant } from '#time/instant.js';
import { zone as zoneOf } from '#time/zone.js';
import { quoted } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import { metricsOf, settingsInTurn, settingsOf, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined, unless, unlessSame } from '../findings.js';

const KINDS: CompareKind[] = ['previous_day', 'last_week', 'last_month', 'previous_period'];
/** Before anybody counted anything. */
const NEVER = { compare_start: '2000-01-01', compare_end: '2000-01-01' };

interface Compared {
  readonly questions: string[];
  readonly report: SummaryReport;
}

async function compare(subject: Subject, { scope, query }: Setting, extra: object): Promise<Compared> {
  const metrics = metricsOf(subject, 'summary', scope).slice(0, 64);
  const question = { ...query, metrics, ...extra };
  return { report: await subject.source.summary(scope, question), questions: [asked('summary', scope, question)] };
}

/** Growth is what its values give. */
export const growthValue: AskingRule = {
  id: 'growth.value',
  sentence:
    'Growth is (current − previous) / previous of the two values beside it, as a fraction; null where either is.',
  check: (subject) =>
    joined(settingsOf(subject), async (setting) => {
      const { report, questions } = await compare(subject, setting, { compare: KINDS });
      return growthFindings(report, questions, setting, (previous) => previous !== 0);
    }),
};

/** Growth from nothing is the profile's affair. */
export const zeroRule: AskingRule = {
  id: 'growth.zero-rule',
  sentence: 'Where the previous value is 0, growth is null, or, under a profile with divisor 1, the current value.',
  check: (subject) =>
    joined(settingsOf(subject), async (setting) => {
      const { report, questions } = await compare(subject, setting, { compare: KINDS, ...NEVER });
      return growthFindings(report, questions, setting, (previous) => previous === 0);
    }),
};

function growthFindings(
  report: SummaryReport,
  questions: string[],
  { profile }: Setting,
  looksAt: (previous: number | null) => boolean,
): Finding[] {
  const rule = profile.growth.zero_previous;
  return report.metrics.flatMap(({ metric, comparisons }) =>
    comparisons
      .filter(({ previous }) => looksAt(previous.value))
      .flatMap(({ kind, current, previous, growth: got }) =>
        unlessSame(got, growth(current.value, previous.value, rule), {
          questions,
          at: `growth of ${metric}, ${kind}`,
          why: `from ${previous.value} to ${current.value} under ${profile.id}`,
        }),
      ),
  );
}

/** What is compared with what. */
export const comparedRanges: AskingRule = {
  id: 'growth.ranges',
  sentence:
    'A comparison names the ranges that the profile compares: the start shifted by a day, a week or a calendar month and equally long, the period before, or windows of 1, 7 and 30 days.',
  check: (subject) =>
    joined(settingsOf(subject), async (setting) => {
      const { report, questions } = await compare(subject, setting, { compare: KINDS });
      const { profile, query } = setting;
      const zone = zoneOf(query.timezone);
      const range = dayRange(zone, parseDay(query.start)!, parseDay(query.end)!);
      const options = { asOf: parseInstant(report.meta.data_as_of)!, rule: profile.growth.week_month };
      return (report.metrics[0]?.comparisons ?? []).flatMap(({ kind, current, previous }) => {
        const wanted = comparison(zone, range, kind, options);
        if (!wanted) return [];
        const [came, expected] = [
          [current.range, previous.range],
          [wanted.current.range.label, wanted.previous.range.label],
        ];
        return unless(
          quoted(came.map(spanOf)) === quoted(expected.map(spanOf)),
          questions,
          `${kind}: ${quoted(came)}`,
          quoted(expected),
        );
      });
    }),
};

const spanOf = ({ start, end }: { start: string; end: string }) => [start, end];

/** The values compared are those of their ranges. */
export const comparedValues: AskingRule = {
  id: 'growth.values',
  sentence: 'The values of a comparison are those that a summary gives of its ranges, where both have ended.',
  check: (subject) =>
    joined(settingsInTurn(subject), async (setting) => {
      const { report, questions } = await compare(subject, setting, { compare: KINDS });
      const { scope, query } = setting;
      const asOf = parseInstant(report.meta.data_as_of)!;
      const hasEnded = (end: string) => zoneOf(query.timezone).endOfDay(end) <= asOf;
      const sides = (report.metrics[0]?.comparisons ?? []).flatMap(({ kind }, at) =>
        (['current', 'previous'] as const).map((side) => ({ kind, at, side })),
      );
      return joined(sides, async ({ kind, at, side }) => {
        const { start, end } = report.metrics[0]!.comparisons[at]![side].range;
        if (!hasEnded(end) || !hasEnded(query.end)) return [];
        const alone = { ...query, start, end, metrics: report.metrics.map(({ metric }) => metric) };
        const { metrics } = await subject.source.summary(scope, alone);
        return report.metrics.flatMap(({ metric, comparisons }) =>
          unlessSame(comparisons[at]?.[side].value, metrics.find((row) => row.metric === metric)?.value, {
            questions: [...questions, asked('summary', scope, alone)],
            at: `${side} ${metric} of ${kind}`,
            why: `as the summary of ${start} to ${end} says`,
          }),
        );
      });
    }),
};

/** Named ranges against each other. */
export const namedRanges: AskingRule = {
  id: 'time.named-ranges',
  sentence:
    'yesterday is the day before today, and the last N days are the N days that end yesterday, in the zone of the report.',
  check: (subject) =>
    joined(settingsInTurn(subject), async ({ scope, profile, query: { timezone } }) => {
      const metrics = metricsOf(subject, 'summary', scope).slice(0, 1);
      const rangeOf = async (range: 'today' | 'yesterday' | 'last_7_days' | 'last_30_days') =>
        (await subject.source.summary(scope, { range, metrics, timezone, profile: profile.id })).meta.range;
      const today = await rangeOf('today');
      const midnight = zoneOf(timezone).startOfDay(today?.start ?? '');
      return joined(['yesterday', 'last_7_days', 'last_30_days'] as const, async (range) => {
        const came = await rangeOf(range);
        const { label } = namedRange(zoneOf(timezone), range, midnight);
        const holds = came?.start === label.start && came.end === label.end;
        const question = asked('summary', scope, { range, metrics, timezone, profile: profile.id });
        return unless(holds, [question], quoted(came), `${quoted(label)}, as today is ${today?.start ?? 'unknown'}`);
      });
    }),
};
