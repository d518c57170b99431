import type { ReportName } from '#contract/api.js';
import type { QuestionContext } from './context.js';
import type { Reader } from './reader.js';

/** Reads `metrics`: ids of the catalogue that this report answers in this scope. */
export function readMetrics(reader: Reader, context: QuestionContext, report: ReportName): string[] {
  reader.require('metrics');
  const asked = reader.texts('metrics') ?? [];
  return asked.filter((id) => checkMetric(reader, context, report, id, 'metrics'));
}

/** Reads `order`: one of the asked metrics, `-` before it for descending; default the first, descending. */
export function readOrder(reader: Reader, metrics: readonly string[]): string | undefined {
  const order = reader.text('order');
  if (order === undefined) return reader.has('order') ? undefined : metrics[0] && `-${metrics[0]}`;
  const id = order.startsWith('-') ? order.slice(1) : order;
  if (metrics.includes(id) || metrics.length === 0) return order;
  const allowed = metrics.flatMap((metric) => [`-${metric}`, metric]);
  reader.faults.malformed('order', `“${order}” is not one of the metrics that this question asks.`, allowed);
  return undefined;
}

function checkMetric(
  reader: Reader,
  context: QuestionContext,
  report: ReportName,
  id: string,
  parameter: string,
): boolean {
  const { catalog, scope } = context;
  const kind = scope === 'superapp' ? 'superapp' : 'app';
  const answered = catalog.metrics.filter(
    ({ reports, scopes }) => reports.includes(report) && (scopes?.includes(kind) ?? true),
  );
  const ids = answered.map((metric) => metric.id);
  if (ids.includes(id)) return true;
  if (catalog.metrics.some((metric) => metric.id === id)) {
    const where = kind === 'superapp' ? 'across apps' : 'for one app';
    reader.faults.add('not_available', parameter, `${id} is not answered in a ${report} ${where}.`, ids);
  } else reader.faults.unknownName('unknown_metric', parameter, 'a metric', id, ids);
  return false;
}
