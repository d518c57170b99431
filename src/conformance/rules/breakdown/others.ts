import { quoted } from '../../ask/exchange.js';
import type { AskingRule, Finding } from '../../rule.js';
import type { Subject } from '../../subject/subject.js';
import { isAtMost, isSame } from '../close.js';
import { asked, joined, unless, unlessSame } from '../findings.js';
import { breakdownsOf, filtersOf, type Broken } from './setting.js';

/** The rest of a list is a row like any other. */
export const othersExact: AskingRule = {
  id: 'breakdown.others',
  sentence:
    'The rest of a list is one exact row: what the question gives with the listed keys filtered out. Its users are distinct over the rest, never a sum.',
  check: (subject) => joined(breakdownsOf(subject), (broken) => checkOthers(subject, broken)),
};

async function checkOthers(subject: Subject, { setting: { scope }, query }: Broken): Promise<Finding[]> {
  const { rows, others, meta } = await subject.source.breakdown(scope, query);
  // Across apps a page is of one app, which no filter can say.
  if (!others || meta.approximate || rows.some(({ app }) => app !== undefined)) return [];
  const { metrics, dimension, limit: _, ...rest } = query;
  const filters = filtersOf(
    dimension,
    rows.map(({ key }) => key),
    'others',
  );
  const filtered = { ...rest, metrics, filters };
  const { metrics: wanted } = await subject.source.summary(scope, filtered);
  const questions = [asked('breakdown', scope, query), asked('summary', scope, filtered)];
  return wanted.flatMap(({ metric, value }) =>
    unlessSame(others.values[metric], value, {
      questions,
      at: `${metric} of others`,
      why: 'as without the listed keys',
    }),
  );
}

/** A row is a filter. */
export const rowIsFilter: AskingRule = {
  id: 'breakdown.row-is-filter',
  sentence: 'A row of a breakdown is what the filter “dimension = key” gives; “not set” is a row like any other.',
  check: (subject) =>
    joined(breakdownsOf(subject), async ({ setting: { scope }, query }) => {
      const { rows } = await subject.source.breakdown(scope, query);
      return joined(
        rows.filter(({ app }) => app === undefined),
        async ({ key, values }) => {
          const { metrics, dimension, limit: _, ...rest } = query;
          const filtered = { ...rest, metrics, filters: filtersOf(dimension, [key], 'these') };
          const report = await subject.source.summary(scope, filtered);
          const questions = [asked('breakdown', scope, query), asked('summary', scope, filtered)];
          return report.metrics.flatMap(({ metric, value }) =>
            unlessSame(values[metric], value, {
              questions,
              at: `${metric} of ${quoted(key)}`,
              why: 'as with the filter',
            }),
          );
        },
      );
    }),
};

/** Totals are of everything. */
export const totalsWhole: AskingRule = {
  id: 'breakdown.totals',
  sentence: 'The totals of a breakdown are those of the whole scope and its filters: a search does not change them.',
  check: (subject) =>
    joined(
      [...breakdownsOf(subject), ...breakdownsOf(subject, { search: 'a' })],
      async ({ setting: { scope }, query }) => {
        const { totals } = await subject.source.breakdown(scope, query);
        const { metrics, dimension: _d, limit: _l, search: _s, ...rest } = query;
        const whole = { ...rest, metrics };
        const report = await subject.source.summary(scope, whole);
        const questions = [asked('breakdown', scope, query), asked('summary', scope, whole)];
        return report.metrics.flatMap(({ metric, value }) =>
          unlessSame(totals.values[metric], value, { questions, at: `total of ${metric}`, why: 'as the summary says' }),
        );
      },
    ),
};

/** Shares are of the total. */
export const shares: AskingRule = {
  id: 'breakdown.shares',
  sentence: 'A share is the value of its row over the total, as a fraction.',
  check: (subject) =>
    joined(breakdownsOf(subject), async ({ setting: { scope }, query }) => {
      const { rows, others, totals } = await subject.source.breakdown(scope, query);
      return [...rows, ...(others ? [others] : [])].flatMap(({ values, shares: got }) =>
        Object.entries(got).flatMap(([metric, share]) => {
          const [value, total] = [values[metric] ?? null, totals.values[metric] ?? null];
          const wanted = value === null || !total ? null : value / total;
          return unlessSame(share, wanted, {
            questions: [asked('breakdown', scope, query)],
            at: `share of ${metric}`,
            why: `${value} of ${total}`,
          });
        }),
      );
    }),
};

/** Users of a list's rest lie between the busiest row and all rows together. */
export const othersBounds: AskingRule = {
  id: 'breakdown.others-bounds',
  sentence:
    'Distinct users of the rest are at least those of its largest row and at most those of all its rows together.',
  check: (subject) =>
    joined(breakdownsOf(subject), async ({ setting: { scope }, query }) => {
      const all = { ...query, limit: subject.catalog.limits.max_rows };
      const [{ others, rows: listed, meta }, whole] = await Promise.all([
        subject.source.breakdown(scope, query),
        subject.source.breakdown(scope, all),
      ]);
      if (!others || whole.others || meta.approximate) return [];
      const rest = whole.rows.slice(listed.length);
      const questions = [asked('breakdown', scope, query), asked('breakdown', scope, all)];
      const users = query.metrics.filter((id) =>
        subject.catalog.metrics.some((one) => one.id === id && one.unit === 'users'),
      );
      return users.flatMap((metric) => {
        const values = rest.map(({ values: row }) => row[metric] ?? 0);
        const [most, sum] = [values.reduce((max, value) => Math.max(max, value), 0), values.reduce((a, b) => a + b, 0)];
        const got = others.values[metric] ?? 0;
        const holds = isAtMost(most, got) && isAtMost(got, sum);
        return unless(holds, questions, `${got} ${metric} of others`, `at least ${most}, at most ${sum}`);
      });
    }),
};

/** Counts of keys. */
export const rowCounts: AskingRule = {
  id: 'breakdown.row-count',
  sentence:
    'row_count is how many keys there are, others.row_count how many of them are not listed; where all are, there is no rest.',
  check: (subject) =>
    joined(breakdownsOf(subject), async ({ setting: { scope }, query }) => {
      const { rows, others, row_count: count, next_cursor: next } = await subject.source.breakdown(scope, query);
      const questions = [asked('breakdown', scope, query)];
      const listed = Math.min(query.limit ?? 50, count);
      return [
        ...unless(rows.length === listed, questions, `${rows.length} rows`, `${listed} of ${count}`),
        ...unless(
          (others?.row_count ?? 0) === count - rows.length,
          questions,
          `others ${quoted(others && others.row_count)}`,
          `${count - rows.length} keys`,
        ),
        ...unless(
          (next === null) === count <= rows.length,
          questions,
          `next_cursor ${quoted(next)}`,
          count > rows.length ? 'a cursor' : 'null',
        ),
      ];
    }),
};

/** Rows stand in the order that was asked. */
export const rowOrder: AskingRule = {
  id: 'breakdown.order',
  sentence:
    'Rows stand in the order of the metric that was asked, descending after a minus, those without a value last; equal ones by key, “not set” last.',
  check: (subject) =>
    joined([...breakdownsOf(subject, { limit: 100 }), ...ascending(subject)], async ({ setting: { scope }, query }) => {
      const { rows } = await subject.source.breakdown(scope, query);
      const order = query.order ?? `-${query.metrics[0]}`;
      const metric = order.replace(/^-/, '');
      const sign = order.startsWith('-') ? -1 : 1;
      return rows.slice(1).flatMap((row, at) => {
        const before = rows[at]!;
        const [left, right] = [before.values[metric] ?? null, row.values[metric] ?? null];
        const holds = isSame(left, right)
          ? row.key === null || (before.key !== null && before.key <= row.key)
          : right === null || (left !== null && sign * (left - right) < 0);
        const came = `${quoted(before.key)} ${left}, then ${quoted(row.key)} ${right}`;
        return unless(holds, [asked('breakdown', scope, query)], came, `${order}, then by key`);
      });
    }),
};

function ascending(subject: Subject): Broken[] {
  return breakdownsOf(subject, { limit: 100 }).map(({ setting, query }) => ({
    setting,
    query: { ...query, order: query.metrics.at(-1)! },
  }));
}

/** A search finds what it says. */
export const search: AskingRule = {
  id: 'breakdown.search',
  sentence: 'A search keeps the rows whose key or label contains it, whatever the case.',
  check: (subject) =>
    joined(breakdownsOf(subject, { limit: 100 }), async ({ setting: { scope }, query }) => {
      const { rows } = await subject.source.breakdown(scope, query);
      const word = rows
        .find(({ key }) => key !== null && /^[\x20-\x7e]+$/.test(key))
        ?.key?.slice(0, 5)
        .trim();
      if (!word) return [];
      const searched = { ...query, search: word.toUpperCase() };
      const found = await subject.source.breakdown(scope, searched);
      const contains = ({ key, label }: { key: string | null; label: string | null }) =>
        [key, label].some((text) => text?.toLowerCase().includes(word.toLowerCase()));
      const questions = [asked('breakdown', scope, query), asked('breakdown', scope, searched)];
      const wrong = found.rows.filter((row) => !contains(row));
      const lost = rows.filter(contains).filter(({ key }) => !found.rows.some((row) => row.key === key));
      return [
        ...unless(wrong.length === 0, questions, `found ${quoted(wrong[0]?.key)}`, `only what contains ${word}`),
        ...unless(
          lost.length === 0 || found.next_cursor !== null,
          questions,
          `not found: ${quoted(lost[0]?.key)}`,
          'every row that contains it',
        ),
      ];
    }),
};
