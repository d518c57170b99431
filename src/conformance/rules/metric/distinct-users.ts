import { formatDay, parseDay } from '#time/day.js';
import type { AskingRule, Finding } from '../../rule.js';
import { knownMetrics, settingsOf, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined, unless, unlessSame } from '../findings.js';

const cannot = ({ isApproximate }: Subject) => (isApproximate ? 'its distinct counts are estimates' : undefined);

/** Users are counted once, however many days they come. */
export const distinctUsers: AskingRule = {
  id: 'metric.distinct-users',
  sentence:
    'Users of a range are the distinct users of the range, never the sum of its parts: users of two equal parts together are those of each, less those of the second that were in the first (retained_users).',
  cannot,
  check: (subject) => joined(settingsOf(subject, 'whole'), (setting) => checkParts(subject, setting)),
};

async function checkParts(subject: Subject, { scope, query }: Setting): Promise<Finding[]> {
  const metrics = knownMetrics(subject, 'summary', scope, ['active_users', 'retained_users']);
  if (metrics.length < 2) return [];
  const [first, last] = [parseDay(query.start)!, parseDay(query.end)!];
  const lengths = [1, 7, Math.floor((last - first + 1) / 2)].filter((days) => days > 0 && 2 * days <= last - first + 1);
  return joined([...new Set(lengths)], async (days) => {
    const part = (from: number, to: number) => ({ ...query, start: formatDay(from), end: formatDay(to), metrics });
    const both = part(last - 2 * days + 1, last);
    const [one, two] = [part(last - 2 * days + 1, last - days), part(last - days + 1, last)];
    const values = await Promise.all([both, one, two].map((question) => subject.source.summary(scope, question)));
    const [all, before, after] = values.map((report) => valueOf(report.metrics, 'active_users'));
    const retained = valueOf(values[2]!.metrics, 'retained_users');
    if (all == null || before == null || after == null || retained === null) return [];
    return unlessSame(all, before + after - retained, {
      questions: [both, one, two].map((question) => asked('summary', scope, question)),
      at: `active_users of ${both.start} to ${both.end}`,
      why: `${before} + ${after}, less ${retained} retained`,
    });
  });
}

/** Ever is the sum of first times. */
export const cumulativeUsers: AskingRule = {
  id: 'metric.cumulative-users',
  sentence:
    'Users who ever came are at least those of any range up to then, and where a user is new once they grow by the new users of each day.',
  cannot,
  check: (subject) => joined(settingsOf(subject), (setting) => checkEver(subject, setting)),
};

async function checkEver(subject: Subject, { scope, query, profile }: Setting): Promise<Finding[]> {
  const metrics = knownMetrics(subject, 'trend', scope, ['active_users', 'new_users', 'cumulative_users']);
  if (metrics.length < 3) return [];
  const question = { ...query, metrics, granularity: 'day' as const };
  const { buckets, series } = await subject.source.trend(scope, question);
  const valuesOf = (id: string) => series.find(({ metric }) => metric === id)?.values ?? [];
  const [active, fresh, ever] = ['active_users', 'new_users', 'cumulative_users'].map(valuesOf);
  const questions = [asked('trend', scope, question)];
  return buckets.flatMap(({ start }, day) => {
    const [here, now, before] = [active?.[day] ?? null, ever?.[day] ?? null, ever?.[day - 1] ?? null];
    if (here === null || now === null) return [];
    const fits = unless(here <= now, questions, `${here} active of ${now} ever on ${start}`, 'no more than ever came');
    if (profile.new_user.rule !== 'first_ever' || before === null) return fits;
    const why = `${before} the day before and the new ones`;
    const wanted = before + (fresh?.[day] ?? 0);
    return [...fits, ...unlessSame(now, wanted, { questions, at: `cumulative_users of ${start}`, why })];
  });
}

/** Users by their opens are users. */
export const usersByOpens: AskingRule = {
  id: 'metric.users-by-opens',
  sentence:
    'Users by the number of their opens are no more than the active users, and over all data they are exactly those.',
  cannot: (subject) => cannot(subject) ?? (subject.source.distribution ? undefined : 'it answers no distribution'),
  check: (subject) =>
    joined(settingsOf(subject, 'whole'), async ({ scope, query, study }) => {
      const metrics = knownMetrics(subject, 'summary', scope, ['active_users']);
      if (metrics.length === 0) return [];
      const spread = { ...query, of: 'opens_per_user' as const };
      const [{ metrics: found }, { total }] = await Promise.all([
        subject.source.summary(scope, { ...query, metrics }),
        subject.source.distribution!(scope, spread),
      ]);
      const active = valueOf(found, 'active_users');
      if (active === null || total === null) return [];
      // A user may come back to an open that began before the range; before all data there is none.
      const isWhole = query.start < (study.days[0] ?? '');
      const holds = isWhole ? total === active : total <= active;
      const questions = [asked('distribution', scope, spread), asked('summary', scope, { ...query, metrics })];
      return unless(holds, questions, `${total} users by opens`, `${isWhole ? '' : 'at most '}${active} active users`);
    }),
};

function valueOf(rows: readonly { metric: string; value: number | null }[], id: string): number | null {
  return rows.find(({ metric }) => metric === id)?.value ?? null;
}
