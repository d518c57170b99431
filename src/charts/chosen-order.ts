import type { Series, TrendReport } from '#contract/api.js';

/**
 * Puts the lines of a broken down trend into the order in which their values were chosen, so that a line keeps its
 * colour when another one is added. Values that the report lacks are left out.
 */
export function inChosenOrder(report: TrendReport, keys: readonly string[]): TrendReport {
  const placeOf = ({ key }: Series): number => {
    const place = keys.indexOf(key ?? '');
    return place < 0 ? keys.length : place;
  };
  // the lines of a comparison go by the index of those that they belong to
  const order = report.series.map((_, index) => index);
  order.sort((a, b) => placeOf(report.series[a]!) - placeOf(report.series[b]!));
  const sorted = (series: readonly Series[]): Series[] => order.flatMap((index) => series[index] ?? []);
  return {
    ...report,
    series: sorted(report.series),
    comparisons: report.comparisons.map((comparison) => ({ ...comparison, series: sorted(comparison.series) })),
  };
}
