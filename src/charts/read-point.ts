import type { Texts } from '#i18n/texts.js';
import type { TrendChartMessages } from '#i18n/trend-chart/section.js';
import type { PointRow, TrendPoint } from './trend-point.js';

/** A point as it is read aloud: “Fri 13 Nov: Opens 15,016, Wed 14 Oct 12,505, +20%”. */
export function readPoint(point: TrendPoint, texts: Texts<TrendChartMessages>): string {
  const { bucket, state, base } = point;
  const values = listOf(
    point.rows.map((row) => readRow(row, base, texts)),
    texts.locale,
  );
  return state
    ? texts.get('trend.partialPoint', { bucket, state, values })
    : texts.get('trend.point', { bucket, values });
}

function readRow({ name, value, compared, growth }: PointRow, base = '', texts: Texts<TrendChartMessages>): string {
  if (compared === undefined) return texts.get('trend.value', { name, value });
  if (!growth || growth.direction === 'none') return texts.get('trend.comparedValue', { name, value, base, compared });
  return texts.get('trend.changedValue', { name, value, base, compared, change: growth.text });
}

function listOf(texts: readonly string[], locale: string): string {
  const [tag = 'en'] = Intl.ListFormat.supportedLocalesOf([locale, 'en']);
  return new Intl.ListFormat(tag, { style: 'narrow', type: 'conjunction' }).format(texts);
}
