import type { ValuesReport } from '#contract/api.js';
import { pathOf } from '../../ask/asker.js';
import { quoted } from '../../ask/exchange.js';
import { queryString } from '../../ask/remote-source.js';
import type { AskingRule } from '../../rule.js';
import { knownMetrics, settingsInTurn, type Subject } from '../../subject/subject.js';
import { asked, joined, unless } from '../findings.js';

function fieldsOf({ catalog }: Subject): string[] {
  const wanted = ['event', 'page_path', 'source', 'os_name'];
  return wanted.filter((id) => catalog.dimensions.some((dimension) => dimension.id === id));
}

/** Suggestions for a filter. */
export const seenValues: AskingRule = {
  id: 'values.most-frequent-first',
  sentence:
    'The values of a field come most frequent first, no more than the limit, each once; a search keeps those that contain it.',
  check: (subject) =>
    joined(
      subject.studies.flatMap(({ scope }) => fieldsOf(subject).map((field) => ({ scope, field }))),
      async ({ scope, field }) => {
        const question = `GET ${pathOf(scope)}/values${queryString({ field, limit: 5 })}`;
        const { values } = await subject.source.values(scope, { field, limit: 5 });
        const falls = values.slice(1).every(({ count }, at) => count <= values[at]!.count);
        const isOnce = new Set(values.map(({ value }) => value)).size === values.length;
        const searched = await search(subject, scope, field, values);
        return [
          ...unless(falls, [question], quoted(values), 'counts that never rise'),
          ...unless(isOnce && values.length <= 5, [question], quoted(values), 'at most 5 values, each once'),
          ...searched,
        ];
      },
    ),
};

async function search(
  { source }: Subject,
  scope: 'superapp' | `apps/${string}`,
  field: string,
  values: ValuesReport['values'],
) {
  const word = values.map(({ value }) => String(value)).find((text) => /^[\x21-\x7e]+$/.test(text));
  if (word === undefined) return [];
  const asking = { field, search: word.toUpperCase(), limit: 5 };
  const { values: found } = await source.values(scope, asking);
  const contains = ({ value, label }: (typeof found)[number]) =>
    [String(value), label ?? ''].some((text) => text.toLowerCase().includes(word.toLowerCase()));
  const holds = found.length > 0 && found.every(contains);
  return unless(
    holds,
    [`GET ${pathOf(scope)}/values${queryString(asking)}`],
    quoted(found),
    `values that contain ${word}`,
  );
}

/** Which days hold data. */
export const daysWithData: AskingRule = {
  id: 'days.hold-data',
  sentence:
    'The days that hold data are in order, each once, and every day with a visit is one of them, in the zone that is asked.',
  check: (subject) =>
    joined(settingsInTurn(subject), async ({ scope, query }) => {
      const asking = { timezone: query.timezone, profile: query.profile };
      const { days } = await subject.source.days(scope, asking);
      const question = `GET ${pathOf(scope)}/days${queryString(asking)}`;
      const rises = days.slice(1).every((day, at) => day > days[at]!);
      const inOrder = unless(rises, [question], quoted(days), 'days in order, each once');
      const metrics = knownMetrics(subject, 'trend', scope, ['visits']);
      if (metrics.length === 0) return inOrder;
      const trend = { ...query, metrics, granularity: 'day' as const };
      const { buckets, series } = await subject.source.trend(scope, trend);
      const visited = buckets.filter((_, at) => (series[0]?.values[at] ?? 0) > 0).map(({ start }) => start);
      const missing = visited.filter((day) => !days.includes(day));
      return [
        ...inOrder,
        ...unless(
          missing.length === 0,
          [question, asked('trend', scope, trend)],
          `without ${missing.join(', ')}`,
          'each day that has visits',
        ),
      ];
    }),
};
