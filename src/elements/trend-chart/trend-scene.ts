import type { Catalog, MetricDefinition, SummaryComparison, SummaryMetric } from '#contract/api.js';
import { shownLines } from '#charts/shown-lines.js';
import { trendModel, type TrendLine, type TrendModel } from '#charts/trend-model.js';
import type { PointView } from '#charts/trend-point.js';
import type { TrendWriter, WrittenGrowth } from '#charts/trend-writer.js';
import { writeTrend } from '#charts/write-trend.js';
import type { Formats } from '#format/formats.js';
import type { TrendChartMessages } from '#i18n/trend-chart/section.js';
import { dimensionLabel, metricLabel, metricOf, profileOf, valueLabel } from '../base/catalog.js';
import { inSentence } from '../base/in-sentence.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { namesOf } from './names-of.js';
import type { TrendAnswer } from './trend-question.js';

/** Texts of a trend chart. */
export type TrendTexts = WidgetTexts<TrendChartMessages>;

/** What a scene is made from. */
export interface SceneInput {
  readonly answer: TrendAnswer;
  readonly catalog: Catalog;
  readonly texts: TrendTexts;
  readonly formats: Formats;
  readonly breakdownBy: string | undefined;
  /** What the reader switched on or off, by line. */
  readonly switched: ReadonlyMap<string, boolean>;
  /** Whether every line is shown at first. */
  readonly areChosen: boolean;
}

/** A change, and the same with what it is compared with, for assistive technology. */
export interface ReadGrowth {
  readonly written: WrittenGrowth;
  readonly reading: string;
}

/** An answer made ready to be drawn, read and listed, in the widget's language. */
export interface Scene {
  readonly model: TrendModel;
  readonly writer: TrendWriter;
  readonly points: PointView;
  /** Names of the metrics, and of the dimension where there is one. */
  readonly title: string;
  readonly weekStart: number;
  readonly metric: (id: string) => MetricDefinition;
  /** The total of a line's metric over the range; nothing for a line of a breakdown. */
  readonly totalOf: (line: TrendLine) => SummaryMetric | undefined;
  /** How the only metric grew, and how that is read aloud. */
  readonly growth: ReadGrowth | undefined;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Makes an answer ready. */
export function trendScene(input: SceneInput): Scene {
  const { answer, catalog, texts, formats, switched, breakdownBy } = input;
  const model = trendModel(answer.trend);
  const metric = (id: string): MetricDefinition => metricOf(catalog, id);
  const profile = profileOf(catalog, answer.trend.meta.profile);
  const writer = writeTrend({
    ...{ formats, texts, metric, meta: answer.trend.meta },
    metricName: (id) => metricLabel(metric(id), texts),
    keyName: (key, label) => valueLabel(catalog, breakdownBy, { key, label }, texts),
  });
  const totalOf = ({ key, othersOf, metric: id }: TrendLine): SummaryMetric | undefined =>
    key === undefined && othersOf === undefined ? answer.summary?.metrics.find((one) => one.metric === id) : undefined;
  const [only] = model.lines;
  return {
    ...{ model, writer, metric, totalOf },
    points: {
      writer,
      shown: shownLines(model, switched, input.areChosen),
      zeroPrevious: profile?.growth.zero_previous ?? 'null',
    },
    title: titleOf(model, input),
    weekStart: Math.max(0, weekdays.indexOf(profile?.week_start ?? 'monday')),
    growth:
      model.lines.length === 1 && only
        ? growthOf(only.metric, totalOf(only)?.comparisons[0], writer, texts)
        : undefined,
  };
}

function growthOf(
  metric: string,
  comparison: SummaryComparison | undefined,
  writer: TrendWriter,
  texts: TrendTexts,
): ReadGrowth | undefined {
  if (!comparison) return undefined;
  const written = writer.growth(metric, comparison.growth);
  const range = writer.range(comparison.previous.range);
  const { direction, text } = written;
  const isMove = direction === 'up' || direction === 'down';
  const reading = isMove
    ? texts.get(`growth.${direction}`, { amount: text.replace(/^[+−]/, ''), range })
    : texts.get(`growth.${direction}`, { range });
  return { written, reading };
}

function titleOf({ lines, isBroken }: TrendModel, { catalog, texts, breakdownBy }: SceneInput): string {
  const ids = [...new Set(lines.map(({ metric }) => metric))];
  const metric = namesOf(
    ids.map((id) => metricLabel(metricOf(catalog, id), texts)),
    texts.locale,
  );
  if (!isBroken || !breakdownBy) return metric;
  return texts.get('trend.by', {
    metric,
    dimension: inSentence(dimensionLabel(catalog, breakdownBy, texts), texts.locale),
  });
}
