import type { BreakdownReport, RowComparison, Values } from '#contract/api.js';

/** A row of a sample: key, values, and what they were before. */
export type SampleRow = readonly [key: string | null, values: Values, before?: Values | undefined, label?: string];

/** A breakdown of these rows; shares follow from the totals, growth from what was before. */
export function sampleBreakdown(
  rows: readonly SampleRow[],
  {
    others,
    totals,
    ...changes
  }: Partial<Omit<BreakdownReport, 'others' | 'totals'>> & {
    readonly others?: { readonly count: number; readonly values: Values; readonly before?: Values | undefined };
    readonly totals?: Values;
  } = {},
): BreakdownReport {
  const all = totals ?? sum(rows.map(([, values]) => values).concat(others ? [others.values] : []));
  const isCompared = rows.some(([, , before]) => before);
  const shares = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value === null ? null : value / all[id]!]));
  const comparisons = (values: Values, before: Values | undefined = {}): { comparisons?: RowComparison[] } =>
    isCompared ? { comparisons: [comparison(values, before)] } : {};
  return {
    meta: {
      scope: 'apps/lantern-tea',
      range: { start: '2026-10-24', end: '2026-11-22' },
      timezone: 'Asia/Shanghai',
      filters: [],
      environment: 'production',
      profile: 'standard',
      data_as_of: '2026-11-22T05:30:00.000Z',
      next_refresh_at: '2026-11-22T06:00:00.000Z',
      freshness: { kind: 'interval', minutes: 30 },
      approximate: false,
      currency: null,
    },
    rows: rows.map(([key, values, before, label = key]) => ({
      ...{ key, label, values, shares: shares(values) },
      ...comparisons(values, before),
    })),
    others: others
      ? {
          ...{ row_count: others.count, values: others.values, shares: shares(others.values) },
          ...comparisons(others.values, others.before),
        }
      : null,
    totals: { values: all, ...comparisons(all, sum(rows.map(([, , before = {}]) => before))) },
    row_count: rows.length + (others?.count ?? 0),
    next_cursor: null,
    ...changes,
  };
}

function comparison(values: Values, before: Values): RowComparison {
  const growth = Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const previous = before[id];
      return [id, value === null || !previous ? null : (value - previous) / previous];
    }),
  );
  return { kind: 'previous_period', range: { start: '2026-09-24', end: '2026-10-23' }, values: before, growth };
}

function sum(all: readonly Values[]): Values {
  const total: Record<string, number> = {};
  for (const values of all)
    for (const [id, value] of Object.entries(values)) total[id] = (total[id] ?? 0) + (value ?? 0);
  return total;
}
