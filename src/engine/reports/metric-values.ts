import { basesOf, metricValue, onlyCurrency, type GroupValues } from '#reporting/metric-values.js';
import { isRegistryMetric } from '#reporting/registry-metrics.js';
import { baseMetrics } from '../reducers/base-metrics.js';
import { currenciesOf } from '../reducers/currencies.js';
import { isInOneGroup, measure, measureWithOverall, type BaseValues } from '../reducers/measure.js';
import type { Grouping } from '../scan/grouping.js';
import { periodsOf, type Period, type Periods } from '../scan/periods.js';
import { registryValues } from './registry-metrics.js';
import type { Question } from './question.js';

/** The values of metrics by group and period. */
export interface MetricValues extends GroupValues {
  readonly periods: Periods;
  /** The value of a metric in a cell (group × periods + period); `null` where there is none. */
  valueOf(metric: string, cell: number): number | null;
  /** Whether anything at all counts in a group. */
  hasAnything(group: number): boolean;
  /** Of one period: what adds up over some groups, because each fact is in one group. */
  sumsOver(groups: readonly number[]): BaseValues;
  /** What does not add up, over all groups together; only where it was asked for. */
  readonly overall: BaseValues;
}

/** How values are measured. */
export interface MeasureOptions {
  readonly grouping?: Grouping | null;
  /** Base metrics that are not counted again. */
  readonly known?: BaseValues;
  /** Whether what does not add up is counted over all groups together too, in the same scans. */
  readonly withOverall?: boolean;
}

/**
 * The values of any metrics of the catalogue: base metrics from the log, the others by their formulas. Periods that
 * begin at or after the instant the data is as of have no values.
 */
export function metricValues(
  question: Question,
  metrics: readonly string[],
  askedPeriods: readonly Period[],
  { grouping = null, known = new Map(), withOverall = false }: MeasureOptions = {},
): MetricValues {
  const { log, matches, newUserRule, asOf, zone } = question;
  const periods = periodsOf(askedPeriods, asOf);
  const bases = basesOf(metrics);
  const fromEvents = bases.filter((id) => baseMetrics[id] !== undefined);
  const measurement = { log, matches, periods, grouping, newUserRule, zone };
  const unknown = fromEvents.filter((id) => !known.has(id));
  const currency = onlyCurrency(currenciesOf(unknown, measurement));
  const { inGroups, overall } = withOverall
    ? measureWithOverall(unknown, measurement)
    : { inGroups: measure(unknown, measurement), overall: new Map<string, Float64Array>() };
  const measured = new Map<string, Float64Array | (number | null)[]>([...known, ...inGroups]);
  for (const id of bases.filter(isRegistryMetric)) {
    measured.set(id, registryValues(question, id, askedPeriods.slice(0, periods.count)));
  }
  return {
    periods,
    currency,
    overall,
    valueOf(metric, cell) {
      return metricValue(metric, (id) => {
        const value = measured.get(id)?.[cell] ?? null;
        return value === null ? null : value / (baseMetrics[id]?.divisor ?? 1);
      });
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
