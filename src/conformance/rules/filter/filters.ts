import type { Filter } from '#contract/api.js';
import type { AskingRule } from '../../rule.js';
import { knownMetrics, settingsInTurn, type Setting, type Subject } from '../../subject/subject.js';
import { asked, joined, unless, unlessSame } from '../findings.js';

const DIMENSIONS = ['os_name', 'source', 'city', 'page_path'];

interface Filtered {
  readonly setting: Setting;
  readonly field: string;
  /** Values seen of it. */
  readonly values: readonly string[];
  /** What adds up over the parts of a log. */
  readonly metric: string;
}

async function filteredOf(subject: Subject): Promise<Filtered[]> {
  const fields = DIMENSIONS.filter((id) => subject.catalog.dimensions.some((dimension) => dimension.id === id));
  if (fields.length === 0) return [];
  const found = await Promise.all(
    settingsInTurn(subject).map(async (setting, turn): Promise<Filtered[]> => {
      const field = fields[turn % fields.length]!;
      const [metric] = knownMetrics(subject, 'summary', setting.scope, ['visits']);
      if (metric === undefined) return [];
      const { values } = await subject.source.values(setting.scope, { field, limit: 3 });
      return [{ setting, field, metric, values: values.map(({ value }) => String(value)) }];
    }),
  );
  return found.flat();
}

async function count(subject: Subject, { setting: { scope, query }, metric }: Filtered, filters: Filter[]) {
  const question = { ...query, metrics: [metric], filters };
  const { metrics } = await subject.source.summary(scope, question);
  return { value: metrics[0]?.value ?? null, question: asked('summary', scope, question) };
}

/** Two filters that are each other's rest. */
export const complements: AskingRule = {
  id: 'filter.complement',
  sentence:
    'Every page view matches exactly one of eq and ne, of in and not_in, of set and not_set: ne and not_in match missing values too.',
  check: async (subject) =>
    joined(await filteredOf(subject), (filtered) => {
      const { field, values } = filtered;
      const pairs: [Filter, Filter][] = [
        [
          { field, operator: 'set' },
          { field, operator: 'not_set' },
        ],
      ];
      if (values.length > 0) {
        pairs.push([
          { field, operator: 'eq', values: [values[0]!] },
          { field, operator: 'ne', values: [values[0]!] },
        ]);
        pairs.push([
          { field, operator: 'in', values: [...values] },
          { field, operator: 'not_in', values: [...values] },
        ]);
      }
      return joined(pairs, async ([one, other]) => {
        const [whole, left, right] = await Promise.all(
          [[], [one], [other]].map((filters) => count(subject, filtered, filters)),
        );
        if (whole!.value === null) return [];
        return unlessSame((left!.value ?? 0) + (right!.value ?? 0), whole!.value, {
          questions: [left!.question, right!.question, whole!.question],
          at: `${filtered.metric} with ${one.operator}, and with ${other.operator}`,
          why: 'all of them together',
        });
      });
    }),
};

/** A list is its values. */
export const listed: AskingRule = {
  id: 'filter.in',
  sentence: 'What in counts of page views is what eq counts of each of its values, together.',
  check: async (subject) =>
    joined(await filteredOf(subject), async (filtered) => {
      const { field, values } = filtered;
      if (values.length === 0) return [];
      const all = await count(subject, filtered, [{ field, operator: 'in', values: [...values] }]);
      const each = await Promise.all(
        values.map((value) => count(subject, filtered, [{ field, operator: 'eq', values: [value] }])),
      );
      if (all.value === null) return [];
      const sum = each.reduce((total, { value }) => total + (value ?? 0), 0);
      return unlessSame(all.value, sum, {
        questions: [all.question, each[0]!.question],
        at: `${filtered.metric} with in`,
        why: 'each of its values, added up',
      });
    }),
};

/** Filters hold together. */
export const conjunction: AskingRule = {
  id: 'filter.and',
  sentence: 'Filters hold together: one more never counts more, and two that exclude each other count nothing.',
  check: async (subject) =>
    joined(await filteredOf(subject), async (filtered) => {
      const { field, values } = filtered;
      if (values.length === 0) return [];
      const [is, isNot]: Filter[] = [
        { field, operator: 'eq', values: [values[0]!] },
        { field, operator: 'ne', values: [values[0]!] },
      ];
      const both = await count(subject, filtered, [is!, isNot!]);
      return unless(both.value === 0 || both.value === null, [both.question], `${both.value} ${filtered.metric}`, '0');
    }),
};

/** Names that nobody has used. */
export const neverSeen: AskingRule = {
  id: 'filter.never-seen',
  sentence: 'A property, a value or an event that was never seen matches nothing and is no error.',
  check: async (subject) =>
    joined(await filteredOf(subject), async (filtered) => {
      const hasProperties = subject.catalog.dimensions.some(({ id }) => id === 'properties.*');
      const never = 'never_seen_by_conformance';
      const fields = [filtered.field, ...(hasProperties ? [`properties.${never}`] : [])];
      const found = await joined(fields, async (field) => {
        const { value, question } = await count(subject, filtered, [{ field, operator: 'eq', values: [never] }]);
        return unless(value === 0 || value === null, [question], `${value} ${filtered.metric}`, '0');
      });
      const { source } = subject;
      if (!source.event) return found;
      const { scope, query } = filtered.setting;
      const question = {
        ...query,
        event: never,
        measure: 'total' as const,
        granularity: 'day' as const,
        order: '-value' as const,
        limit: 12,
      };
      const { totals } = await source.event(scope, question);
      const came = totals[0]?.value ?? 0;
      return [...found, ...unless(came === 0, [asked('event', scope, question)], `${came} events`, 'none')];
    }),
};
