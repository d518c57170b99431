import { evaluateFormula, metricsOfFormula } from '#contract/formula.js';
import { metricRule } from '#contract/metric-rules.js';
import { ReportError } from '#contract/problems.js';
import type { Grouping, GroupKey } from '../plan/grouping.js';
import { periodsOf, type Period, type Periods } from '../plan/periods.js';
import type { Question } from '../plan/question.js';
import { baseMetrics } from './base-metrics.js';
import { currenciesOf, measure } from './measure.js';
import { isRegistryMetric, registryValues } from './registry-metrics.js';

/** The values of metrics by group and period. */
export interface MetricValues {
  readonly periods: Periods;
  /** The keys for which anything counts, each a group by its place, where every key is a group of its own. */
  readonly keys: readonly GroupKey[];
  /** The value of a metric in a group and period; `null` where there is none. */
  valueOf(metric: string, group: number, period: number): number | null;
  /** The currency of the money in it. */
  readonly currency: string | null;
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
  const currencies = await currenciesOf(question, fromEvents, periods);
  if (currencies.length > 1) throw mixedCurrencies(currencies);
  const measured = await measure(question, fromEvents, periods, grouping);
  const ofRegistry = new Map<string, readonly (number | null)[]>();
  for (const id of bases.filter(isRegistryMetric)) {
    ofRegistry.set(id, await registryValues(question, id, askedPeriods.slice(0, periods.count)));
  }
  return {
    periods,
    keys: measured.keys,
    currency: currencies[0] ?? null,
    valueOf(metric, group, period) {
      if (period >= periods.count) return null;
      const valueOf = (id: string): number | null => {
        const formula = metricRule(id)?.formula;
        if (formula) return evaluateFormula(formula, valueOf);
        const value = measured.at(id, group, period) ?? ofRegistry.get(id)?.[period] ?? null;
        return value === null ? null : value / (baseMetrics[id]?.divisor ?? 1);
      };
      return valueOf(metric);
    },
  };
}

/** The base metrics that metrics are computed from. */
function basesOf(metrics: readonly string[]): string[] {
  const bases = new Set<string>();
  for (const id of metrics) {
    const row = metricRule(id);
    if (!row) throw unknownMetric(id);
    if (row.formula) for (const base of basesOf(metricsOfFormula(row.formula))) bases.add(base);
    else bases.add(id);
  }
  return [...bases];
}

function unknownMetric(id: string): ReportError {
  const message = `“${id}” is not a metric of this back end.`;
  return new ReportError('unknown_metric', message, [{ parameter: 'metrics', message }]);
}

function mixedCurrencies(currencies: readonly string[]): ReportError {
  const detail = `The amounts are in ${currencies.join(', ')}, which do not add up. Filter them, or ask for one app.`;
  return new ReportError('mixed_currencies', detail);
}
