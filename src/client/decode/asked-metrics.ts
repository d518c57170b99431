import type { ReportName } from '#contract/api.js';
import { type Check, type Fault, fault } from './check.js';

interface Question {
  metrics?: readonly string[];
  breakdown_by?: string;
}
interface Answer {
  metrics?: { metric: string }[];
  series?: { metric: string }[];
  rows?: { values: Record<string, unknown> }[];
}

/**
 * Checks that an answer, itself sound, holds every metric that was asked for: one that it leaves out would show as a
 * dash, as if the app had no value. A trend by a dimension may be without any series.
 */
export function askedMetrics<T>(report: ReportName, query: Question): Check<T> {
  return (value) => {
    const asked = query.metrics ?? [];
    const { metrics, series, rows = [] } = value as Answer;
    if (report === 'summary') return lacking(asked, metrics, 'metrics');
    if (report === 'trend' && !query.breakdown_by) return lacking(asked, series, 'series');
    for (const [index, { values }] of rows.entries()) {
      const id = asked.find((metric) => !(metric in values));
      if (id) return fault('a number or null', undefined, `rows[${index}].values.${id}`);
    }
    return undefined;
  };
}

function lacking(asked: readonly string[], answered: { metric: string }[] = [], path: string): Fault | undefined {
  const ids = answered.map(({ metric }) => metric);
  const id = asked.find((metric) => !ids.includes(metric));
  return id ? fault(`a list with "${id}" too`, ids, path) : undefined;
}
