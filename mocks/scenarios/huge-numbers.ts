import { metricById } from '#contract/metrics.js';
import { rewriteReports } from './rewrite.js';
import { asksForReports, type Scenario } from './scenario.js';

const factor = 7_654_321;
const grows = new Set(['users', 'count', 'seconds', 'money', 'apps']);

/** A superapp of a whole continent: every count is in the thousands of millions; rates and averages are as they were. */
export const hugeNumbers: Scenario = {
  async respond(request, back) {
    const response = await back(request);
    return asksForReports(request) ? rewriteReports(response, (report) => enlarge(report, null)) : response;
  },
};

/**
 * Walks a report and multiplies what belongs to a metric that can grow. `metric` is the one that the values below belong
 * to: that of a summary row or a series (`{metric, value | values}`), or the key of a breakdown's `values`.
 */
function enlarge(node: unknown, metric: string | null): unknown {
  if (typeof node === 'number') return metric !== null && isCount(metric) ? node * factor : node;
  if (Array.isArray(node)) return node.map((item) => enlarge(item, metric));
  if (node === null || typeof node !== 'object') return node;
  const own = 'metric' in node ? String(node.metric) : metric;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'meta' || key === 'growth' || key === 'shares') return [key, value];
      if (key === 'values' && value !== null && !Array.isArray(value)) return [key, enlargeByKey(value as object)];
      return [key, enlarge(value, own)];
    }),
  );
}

function enlargeByKey(values: object): unknown {
  return Object.fromEntries(Object.entries(values).map(([metric, value]) => [metric, enlarge(value, metric)]));
}

function isCount(metric: string): boolean {
  const row = metricById(metric);
  return row !== undefined && !row.formula && grows.has(row.unit);
}
