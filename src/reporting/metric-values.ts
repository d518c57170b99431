import { evaluateFormula, metricsOfFormula } from '#contract/formula.js';
import { metricRule } from '#contract/metric-rules.js';
import { ReportError } from '#contract/problems.js';

/** The values of metrics in the groups of one period. */
export interface GroupValues {
  /** `null` where there is none. */
  valueOf(metric: string, group: number): number | null;
  /** The currency of the money in it. */
  readonly currency: string | null;
}

/**
 * The base metrics that metrics are computed from.
 *
 * @throws ReportError for a metric that is not in the catalogue.
 */
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

/** The value of any metric of the catalogue: of a base metric what it was counted to be, of others what their formula gives. */
export function metricValue(metric: string, baseValue: (id: string) => number | null): number | null {
  const formula = metricRule(metric)?.formula;
  return formula ? evaluateFormula(formula, (id) => metricValue(id, baseValue)) : baseValue(metric);
}

/**
 * The currency of the money that was met.
 *
 * @throws ReportError where there are several.
 */
export function onlyCurrency(currencies: readonly string[]): string | null {
  if (currencies.length <= 1) return currencies[0] ?? null;
  const detail = `The amounts are in ${currencies.join(', ')}, which do not add up. Filter them, or ask for one app.`;
  throw new ReportError('mixed_currencies', detail);
}

function unknownMetric(id: string): ReportError {
  const message = `“${id}” is not a metric of this back end.`;
  return new ReportError('unknown_metric', message, [{ parameter: 'metrics', message }]);
}
