import type { EventMeasure, EventQuery, EventReport } from '#contract/api.js';
import type { AskingRule, Finding } from '../../rule.js';
import { lacksReport, settingsInTurn, type Setting, type Subject } from '../../subject/subject.js';
import { isAtMost } from '../close.js';
import { asked, joined, unless, unlessSame } from '../findings.js';
import { eventNames } from './names.js';

const cannot = (subject: Subject) => lacksReport(subject, 'event');

interface Analysis {
  readonly setting: Setting;
  readonly event: string;
}

async function analyses(subject: Subject): Promise<Analysis[]> {
  const found = await Promise.all(
    settingsInTurn(subject).map(async (setting) => {
      const names = await eventNames(subject, setting.scope);
      return names.slice(0, 2).map((event): Analysis => ({ setting, event }));
    }),
  );
  return found.flat();
}

interface Asked {
  readonly report: EventReport;
  readonly question: string;
}

async function ask(
  subject: Subject,
  { setting, event }: Analysis,
  measure: EventMeasure,
  more: Partial<EventQuery> = {},
): Promise<Asked> {
  const query: EventQuery = {
    ...setting.query,
    event,
    measure,
    granularity: 'day',
    order: '-value',
    limit: 12,
    ...more,
  };
  return { report: await subject.source.event!(setting.scope, query), question: asked('event', setting.scope, query) };
}

const totalOf = ({ totals }: EventReport): number | null => totals[0]?.value ?? null;

/** How many, by how many. */
export const eventCounts: AskingRule = {
  id: 'event.counts',
  sentence:
    'Of an event, the totals of days add up to that of the range, users are at least those of the busiest day and at most all days together, and per_user is total over users, null where there are none.',
  cannot,
  check: async (subject) =>
    joined(await analyses(subject), async (analysis) => {
      const [total, users, perUser] = await Promise.all(
        (['total', 'users', 'per_user'] as const).map((measure) => ask(subject, analysis, measure)),
      );
      const questions = [total!, users!, perUser!].map(({ question }) => question);
      const [count, people] = [totalOf(total!.report), totalOf(users!.report)];
      if (count === null || people === null) return [];
      const [ofCount, ofPeople] = [total!, users!].map(({ report }) =>
        (report.series[0]?.values ?? []).map((value) => value ?? 0),
      );
      const sum = ofCount!.reduce((all, value) => all + value, 0);
      const most = ofPeople!.reduce((max, value) => Math.max(max, value), 0);
      const all = ofPeople!.reduce((total_, value) => total_ + value, 0);
      const at = analysis.event;
      return [
        ...unlessSame(count, sum, { questions: [questions[0]!], at: `total of ${at}`, why: 'its days, added up' }),
        ...unless(
          most <= people && people <= all,
          [questions[1]!],
          `${people} users of ${at}`,
          `at least ${most}, at most ${all}`,
        ),
        ...unlessSame(totalOf(perUser!.report), people === 0 ? null : count / people, {
          questions,
          at: `per_user of ${at}`,
          why: `${count} by ${people}`,
        }),
      ];
    }),
};

/** A numeric field. */
export const eventField: AskingRule = {
  id: 'event.field',
  sentence:
    'Of a numeric field, the average lies between the least and the greatest value, and the sums of days add up to that of the range; of nothing, average, least and greatest are null.',
  cannot,
  check: async (subject) =>
    joined(await fieldAnalyses(subject), async (analysis) => {
      const field = 'duration_ms';
      const measures = ['sum', 'avg', 'min', 'max'] as const;
      const answers = await Promise.all(measures.map((measure) => ask(subject, analysis, measure, { field })));
      const [sum, avg, min, max] = answers.map(({ report }) => totalOf(report));
      const questions = answers.map(({ question }) => question);
      const days = (answers[0]!.report.series[0]?.values ?? []).reduce<number>((all, value) => all + (value ?? 0), 0);
      const isNothing = [avg, min, max].every((value) => value === null);
      const isBetween =
        !isNothing && avg != null && min != null && max != null && isAtMost(min, avg) && isAtMost(avg, max);
      return [
        ...unless(
          isNothing || isBetween,
          questions,
          `min ${min}, avg ${avg}, max ${max} of ${analysis.event}`,
          'min ≤ avg ≤ max, or all null',
        ),
        ...(sum == null
          ? []
          : unlessSame(sum, days, {
              questions: [questions[0]!],
              at: `sum of ${analysis.event}`,
              why: 'its days, added up',
            })),
      ];
    }),
};

async function fieldAnalyses(subject: Subject): Promise<Analysis[]> {
  const all = await analyses(subject);
  return [
    ...all.slice(0, 4),
    ...settingsInTurn(subject)
      .slice(0, 1)
      .map((setting) => ({ setting, event: 'no_such_event_of_conformance' })),
  ];
}

/** Groups and their rest. */
export const eventGroups: AskingRule = {
  id: 'event.groups',
  sentence:
    'Totals of groups, with the rest of the list, add up to the total of the event; the rest says how many groups it holds.',
  cannot,
  check: async (subject) =>
    joined(await analyses(subject), async (analysis) => {
      const dimension = subject.catalog.dimensions.find(({ kind, type }) => kind === 'open' && type === 'string');
      if (!dimension) return [];
      const group_by = [dimension.id];
      const [cut, all, one] = await Promise.all([
        ask(subject, analysis, 'total', { group_by, limit: 2 }),
        ask(subject, analysis, 'total', { group_by, limit: subject.catalog.limits.max_rows }),
        ask(subject, analysis, 'total'),
      ]);
      return [...groupSums(cut, one), ...groupSums(all, one), ...restCounts(cut, all)];
    }),
};

function groupSums({ report: { totals, others }, question }: Asked, one: Asked): Finding[] {
  const sum = totals.reduce((all, { value }) => all + (value ?? 0), others?.value ?? 0);
  const whole = totalOf(one.report);
  // Without a single event there is no group either.
  return unlessSame(sum, whole ?? 0, {
    questions: [question, one.question],
    at: 'groups and rest',
    why: 'all of the event',
  });
}

function restCounts(cut: Asked, all: Asked): Finding[] {
  if (all.report.others) return [];
  const rest = all.report.totals.length - cut.report.totals.length;
  const came = cut.report.others?.row_count ?? 0;
  return unless(came === rest, [cut.question, all.question], `${came} groups in the rest`, `${rest}`);
}
