import { ReportError } from '#contract/problems.js';
import { evaluateFormula, metricsOfFormula } from '#contract/formula.js';
import { metricById } from '#contract/metrics.js';
import { baseMetrics } from '../reducers/base-metrics.js';
import { currenciesOf } from '../reducers/currencies.js';
import { measure } from '../reducers/measure.js';
import { type Grouping } from '../scan/grouping.js';
import { periodsOf, type Period, type Periods } from '../scan/periods.js';
import { isRegistryMetric, registryValues } from './registry-metrics.js';
import { type Question } from './question.js';

/** The values of metrics by group and period. */
export interface MetricValues {
  readonly periods: Periods;
  /** The value of a metric in a cell (group × periods + period); `null` where there is none. */
  valueOf(metric: string, cell: number): number | null;
  /** Whether anything at all counts in a group. */
  hasAnything(group: number): boolean;
  /** The currency of the money in it. */
  readonly currency: string | null;
}

/**
 * The values of any metrics of the catalogue: base metrics from the log, the others by their formulas. Periods that
 * begin at or after the instant the data is as of have no values.
 */
export function metricValues(
  question: Question,
  metrics: readonly string[],
  askedPeriods: readonly Period[],
  grouping: Grouping | null = null,
): MetricValues {
  const { log, matches, newcomers, asOf } = question;
  const periods = periodsOf(askedPeriods, asOf);
  const bases = basesOf(metrics);
  const fromEvents = bases.filter((id) => baseMetrics[id] !== undefined);
  const measurement = { log, matches, periods, grouping, newcomers };
  const currencies = currenciesOf(fromEvents, measurement);
  if (currencies.length > 1) throw mixedCurrencies(currencies);
  const measured: Map<string, Float64Array | (number | null)[]> = new Map(measure(fromEvents, measurement));
  for (const id of bases.filter(isRegistryMetric)) {
    measured.set(id, registryValues(question, id, askedPeriods.slice(0, periods.count)));
  }
  return {
    periods,
    currency: currencies[0] ?? null,
    valueOf(metric, cell) {
      const valueOf = (id: string): number | null => {
        const formula = metricById(id)?.formula;
        return formula ? evaluateFormula(formula, valueOf) : (measured.get(id)?.[cell] ?? null);
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
  };
}

/** The base metrics that metrics are computed from. */
export function basesOf(metrics: readonly string[]): string[] {
  const bases = new Set<string>();
  for (const id of metrics) {
    const row = metricById(id);
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
