import { basesOf, metricValue, onlyCurrency, type GroupValues } from '#reporting/metric-values.js';
import type { Period } from '#reporting/period.js';
import { isRegistryMetric } from '#reporting/registry-metrics.js';
import type { Grouping, GroupKey } from '../plan/grouping.js';
import { periodsOf, type Periods } from '../plan/periods.js';
import type { Question } from '../plan/question.js';
import { baseMetrics } from './base-metrics.js';
import { currenciesOf, measure } from './measure.js';
import { registryValues } from './registry-metrics.js';

/** The values of metrics by group and period. */
export interface MetricValues extends GroupValues {
  readonly periods: Periods;
  /** The keys for which anything counts, each a group by its place, where every key is a group of its own. */
  readonly keys: readonly GroupKey[];
  /** The value of a metric in a group and period, the first where none is named; `null` where there is none. */
  valueOf(metric: string, group: number, period?: number): number | null;
}

/**
 * The values of any metrics of the catalogue: base metrics from the log, the others by their formulas. Periods that
 * begin at or after the instant the data is as of have no values.
 */
export async function metricValues(
  question: Question,
  metrics: readonly string[],
  askedPeriods: readonly Period[],
  grouping: Grouping | null = null,
): Promise<MetricValues> {
  const periods = periodsOf(askedPeriods, question.asOf);
  const bases = basesOf(metrics);
  const fromEvents = bases.filter((id) => baseMetrics[id] !== undefined);
  const currency = onlyCurrency(await currenciesOf(question, fromEvents, periods));
  const measured = await measure(question, fromEvents, periods, grouping);
  const ofRegistry = new Map<string, readonly (number | null)[]>();
  for (const id of bases.filter(isRegistryMetric)) {
    ofRegistry.set(id, await registryValues(question, id, askedPeriods.slice(0, periods.count)));
  }
  return {
    periods,
    keys: measured.keys,
    currency,
    valueOf(metric, group, period = 0) {
      if (period >= periods.count) return null;
      return metricValue(metric, (id) => {
        const value = measured.at(id, group, period) ?? ofRegistry.get(id)?.[period] ?? null;
        return value === null ? null : value / (baseMetrics[id]?.divisor ?? 1);
      });
    },
  };
}
