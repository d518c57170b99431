import type { Bucket, MetricDefinition, Meta, Unit } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { dateFormat } from '#format/intl-cache.js';
import type { Texts } from '#i18n/texts.js';
import type { TrendChartMessages } from '#i18n/trend-chart/section.js';
import { wallTime } from './calendar.js';
import type { TrendLine } from './trend-model.js';
import type { TrendWriter } from './trend-writer.js';

/** What the words of a trend depend on. */
export interface TrendWords {
  readonly formats: Formats;
  readonly texts: Texts<TrendChartMessages>;
  readonly meta: Meta;
  /** Unit and side of a metric; what the catalogue does not know is a count without a side. */
  readonly metric: (id: string) => Pick<MetricDefinition, 'unit' | 'better'> | undefined;
  /** A metric's name in the language of the widget. */
  readonly metricName: (id: string) => string;
  /** The name of a dimension's value, such as a source, in the language of the widget. */
  readonly keyName: (key: string, label: string | undefined) => string;
}

/** Puts trends into words and figures: the formats of the house, joined with the texts of the chart. */
export function writeTrend(words: TrendWords): TrendWriter {
  const { formats, meta } = words;
  const unitOf = (metric: string): Unit => words.metric(metric)?.unit ?? 'count';
  return {
    name: (line) => lineName(line, words),
    value: (metric, value) => formats.value(value, unitOf(metric)),
    valueTick: (metric, value) => formats.value(value, unitOf(metric), 'compact'),
    timeTick: ({ year, month }, { start }, style) => {
      if (style === 'clock') return formats.time(start);
      if (style === 'day') return formats.day(start);
      // the first month of a year stands for the year
      return style === 'year' || month === 1 ? String(year) : monthName(month, formats.locale);
    },
    bucket: (bucket) => formats.bucket(bucket, meta.granularity),
    soFar: () => soFar(words),
    state: (bucket) => stateOf(bucket, words),
    range: (range) => formats.range(range, 'short'),
    growth: (metric, growth) => {
      const { text, direction } = formats.growth(growth);
      const better = words.metric(metric)?.better ?? 'neutral';
      const takesSide = better !== 'neutral' && (direction === 'up' || direction === 'down');
      return { text, direction, isGood: takesSide ? direction === better : undefined };
    },
  };
}

function lineName({ metric, key, label, othersOf }: TrendLine, { texts, metricName, keyName }: TrendWords): string {
  if (othersOf !== undefined) return texts.get('trend.others', { count: othersOf });
  if (key === undefined) return metricName(metric);
  return key === null ? texts.get('trend.notSet') : keyName(key, label);
}

/** Up to a time of this day, or, where the data ends with a day, through that day. */
function soFar({ formats, texts, meta }: TrendWords): string {
  const { data_as_of: asOf, timezone, granularity } = meta;
  const { hour, minute } = wallTime(asOf, timezone);
  const isLonger = granularity === 'week' || granularity === 'month' || granularity === 'all';
  if (!isLonger) return texts.get('trend.soFar', { time: formats.time(asOf) });
  if (hour !== 0 || minute !== 0) return texts.get('trend.soFar', { time: formats.dayTime(asOf) });
  const lastMoment = new Date(Date.parse(asOf) - 1).toISOString();
  return texts.get('trend.soFarThrough', { day: formats.day(lastMoment) });
}

function stateOf({ state }: Bucket, words: TrendWords): string {
  const { texts, meta } = words;
  if (state === 'running') return soFar(words);
  if (state === 'future') return texts.get('trend.future');
  if (state !== 'clipped') return '';
  if (meta.granularity === 'week') return texts.get('trend.clippedWeek');
  return texts.get(meta.granularity === 'month' ? 'trend.clippedMonth' : 'trend.clipped');
}

function monthName(month: number, locale: string): string {
  return dateFormat(locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
}
