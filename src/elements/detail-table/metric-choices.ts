import type { Catalog, TrendReport } from '#contract/api.js';

/** The metrics that a reader may choose from: the host's list, else all that the back end answers over time. */
export function offeredMetrics(catalog: Catalog, wanted: readonly string[] | undefined): string[] {
  const answered = catalog.metrics.filter(({ reports }) => reports.includes('trend')).map(({ id }) => id);
  return wanted ? wanted.filter((id) => answered.includes(id)) : answered;
}

/** Those that `data` holds. */
export const heldMetrics = ({ series }: TrendReport): string[] => [...new Set(series.map(({ metric }) => metric))];

/** Metrics after somebody chose: first as the host has them, then as they are offered. */
export function inOrder(chosen: readonly string[], host: readonly string[], offered: readonly string[]): string[] {
  const order = [...new Set([...host, ...offered, ...chosen])];
  return order.filter((id) => chosen.includes(id));
}
