import { ReportError } from '#contract/problems.js';
import { evaluateFormula, metricsOfFormula } from '#contract/formula.js';
import { metricRule } from '#contract/metric-rules.js';
import { baseMetrics } from '../reducers/base-metrics.js';
import { currenciesOf } from '../reducers/currencies.js';
import { measure, type BaseValues } from '../reducers/measure.js';
import type { Grouping } from '../scan/grouping.js';
import { periodsOf, type Period, type Periods } from '../scan/periods.js';
import { isRegistryMetric, registryValues } from './registry-metrics.js';
import type { Question } from './question.js';

/** The values of metrics by group and period. */
export interface MetricValues {
  readonly periods: Periods;
  /** The value of a metric in a cell (group × periods + period); `null` where there is none. */
  valueOf(metric: string, cell: number): number | null;
  /** Whether anything at all counts in a group. */
  hasAnything(group: number): boolean;
  /** The currency of the money in it. */
  readonly currency: string | null;
  /** Of one period: what adds up over some groups, because each fact is in one group. */
  sumsOver(groups: readonly number[]): BaseValues;
}

/**
 * The values of any metrics of the catalogue: base metrics from the log, the others by their formulas. Periods that
 * begin at or after the instant the data is as of have no values. Base metrics that are `known` are not counted again.
 */
export function metricValues(
  question: Question,
  metrics: readonly string[],
  askedPeriods: readonly Period[],
  grouping: Grouping | null = null,
  known: BaseValues = new Map(),
): MetricValues {
  const { log, matches, newUserRule, asOf, zone } = question;
  const periods = periodsOf(askedPeriods, asOf);
  const bases = basesOf(metrics);
  const fromEvents = bases.filter((id) => baseMetrics[id] !== undefined);
  const measurement = { log, matches, periods, grouping, newUserRule, zone };
  const unknown = fromEvents.filter((id) => !known.has(id));
  const currencies = currenciesOf(unknown, measurement);
  if (currencies.length > 1) throw mixedCurrencies(currencies);
  const measured = new Map<string, Float64Array | (number | null)[]>([...known, ...measure(unknown, measurement)]);
  for (const id of bases.filter(isRegistryMetric)) {
    measured.set(id, registryValues(question, id, askedPeriods.slice(0, periods.count)));
  }
  return {
    periods,
    currency: currencies[0] ?? null,
    valueOf(metric, cell) {
      const valueOf = (id: string): number | null => {
        const formula = metricRule(id)?.formula;
        if (formula) return evaluateFormula(formula, valueOf);
        const value = measured.get(id)?.[cell] ?? null;
        return value === null ? null : value / (baseMetrics[id]?.divisor ?? 1);
      };
      return valueOf(metric);
    },
    hasAnything(group) {
      for (const values of measured.values()) {
        for (let period = 0; period < periods.count; period++) {
          if (values[group * periods.count + period] !== 0) return true;
        }
      }
      return false;
    },
    sumsOver(groups) {
      const sums = new Map<string, Float64Array>();
      for (const id of unknown) {
        if (!isInOneGroup(id, grouping)) continue;
        const values = measured.get(id)!;
        sums.set(id, Float64Array.of(groups.reduce((sum, group) => sum + (values[group] ?? 0), 0)));
      }
      return sums;
    },
  };
}

/** Whether each fact of a base metric is in one group, so that values add up. An open holds events of several values. */
function isInOneGroup(id: string, grouping: Grouping | null): boolean {
  const { isSum, facts } = baseMetrics[id]!;
  return isSum && !(facts === 'opens' && grouping?.dimension.kind === 'event');
}

/** The base metrics that metrics are computed from. */
export function basesOf(metrics: readonly string[]): string[] {
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
