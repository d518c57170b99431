import type { Values } from '#contract/api.js';
import type { Engine } from '#engine/index.js';
import { sourceWith, type Mutant } from './mutant.js';
import { requotiented, revalued, type Cell } from './revalued.js';

const users = ['active_users', 'page_visitors'];

/** Sums the users of days where more than one is asked, in every report alike; quotients follow. */
export const summedUsers: Mutant = {
  wrong: 'users of a range are the sum of its days',
  rules: ['metric.distinct-users', 'identity.parts-of-active', 'metric.users-by-opens'],
  source: (right) =>
    sourceWith(
      right,
      revalued(right, [], async (values, cell) => {
        const { start, end } = cell.span;
        const isOneDay = start === end || start.includes('T');
        if (isOneDay || cell.isRow || cell.query.filters?.length) return values;
        return requotiented({ ...values, ...(await sumsOfDays(right, values, cell)) });
      }),
    ),
};

async function sumsOfDays(right: Engine, values: Values, { scope, query, span }: Cell): Promise<Values> {
  const metrics = users.filter((metric) => values[metric] != null);
  if (metrics.length === 0) return {};
  const { start, end } = span;
  const { timezone = 'UTC', profile = 'standard' } = query;
  const { series } = await right.trend(scope, { timezone, profile, start, end, metrics, granularity: 'day' });
  const sums = series.map((one) => [one.metric, one.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)]);
  return Object.fromEntries(sums) as Values;
}
