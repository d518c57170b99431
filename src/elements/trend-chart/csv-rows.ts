import type { Catalog } from '#contract/api.js';
import { trendCsv } from '#charts/trend-csv.js';
import type { CsvCell } from '#format/csv.js';
import { currencyExponent } from '#format/currency-exponent.js';
import type { Formats } from '#format/formats.js';
import { metricLabel } from '../base/catalog.js';
import { metaRows } from '../base/meta-rows.js';
import type { Scene, TrendTexts } from './trend-scene.js';

/** What a file of a trend is made of. */
export interface TrendFile {
  readonly scene: Scene;
  readonly catalog: Catalog;
  readonly texts: TrendTexts;
  readonly formats: Formats;
}

/** Every line as unrounded values, under the range, zone, profile and filters they were counted over. */
export function csvRows(file: TrendFile): CsvCell[][] {
  const { scene, catalog, texts, formats } = file;
  const { model, writer, metric } = scene;
  const { meta } = model.report;
  const lineOf = new Map(model.lines.map((line) => [line.id, line]));
  const nameOf = (id: string): string => {
    const line = lineOf.get(id)!;
    const { unit } = metric(line.metric);
    const name = writer.name(line);
    // a rate is saved as a fraction, so that a percent sign would be wrong
    const sign = unit === 'rate' ? '' : formats.unit(unit);
    return sign ? texts.get('trend.withUnit', { name, unit: sign }) : name;
  };
  const words = {
    start: texts.get('file.start'),
    end: texts.get('file.end'),
    state: texts.get('trend.state'),
    comparedStart: texts.get('trend.comparedStart'),
    comparedEnd: texts.get('trend.comparedEnd'),
    name: nameOf,
    compared: (id: string) => texts.get('trend.before', { name: nameOf(id) }),
    growth: (id: string) => texts.get('trend.changeOf', { name: writer.name(lineOf.get(id)!) }),
    amount: (id: string, value: number | null) => amountOf(file, id, value),
  };
  // lines that are values of a dimension do not name their metric
  const metrics = model.isBroken ? [...new Set(model.lines.map((line) => line.metric))] : [];
  return [
    ...metrics.map((id) => [texts.get('file.metric'), metricLabel(metric(id), texts)]),
    ...metaRows(meta, catalog, texts),
    ...trendCsv(model, words, scene.points.zeroPrevious),
  ];
}

/** A value in the unit that its head names: money in major units. */
export function amountOf({ scene }: TrendFile, metric: string, value: number | null): number | null {
  const { currency } = scene.model.report.meta;
  if (value === null || scene.metric(metric).unit !== 'money') return value;
  return value / 10 ** (currency ? currencyExponent(currency) : 0);
}
