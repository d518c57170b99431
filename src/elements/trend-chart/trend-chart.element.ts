import type { SummaryReport, TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { Missing } from '../base/asking-element.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { property } from '../base/property.js';
import { isCompared } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { words } from '../base/words.js';
import { keepLast } from './keep-last.js';
import { namesOf } from './names-of.js';
import { askTrend, type TrendAnswer, type TrendQuestion, trendQuestion } from './trend-question.js';
import { type TrendLook, TrendWidget } from './trend-widget.js';

/**
 * One or more metrics over time, with a comparison, one tooltip for all lines, arrow keys, and a table that says the
 * same. Metrics of one unit share a plot; metrics of different units become small multiples, because no plot has two
 * axes. The bucket that is still running is dotted to a hollow point that says how far it goes; so are buckets that the
 * range cuts. Dragging across the plot, or Shift with the arrow keys, zooms in on a stretch. chart.js is loaded when a
 * chart comes near the viewport.
 *
 * @summary Metrics over time.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the chart shows it by itself.
 * @fires {GranularityChangeEvent} granularity-change - Somebody chose another length of buckets.
 * @fires {PointSelectEvent} point-select - Somebody clicked on a bucket, or pressed Enter on it.
 * @fires {LineToggleEvent} line-toggle - Somebody switched a line on or off.
 * @fires {ZoomChangeEvent} zoom-change - Somebody zoomed in on a stretch, or back; preventing it keeps the chart as it is.
 * @csspart frame - The sheet.
 * @csspart head - Title, legend and switch.
 * @csspart body - The plot, or the table.
 * @csspart foot - Freshness and actions.
 * @csspart legend - The lines and their totals.
 * @cssprop [--ma-chart-height=280px] - Height of the plot.
 * @cssprop [--ma-chart-height-narrow=220px] - Height of the plot in a widget under 480 px.
 * @example
 * <ma-trend-chart base-url="https://metrics.example" app="lantern-tea" metrics="opens" compare="previous_period"></ma-trend-chart>
 */
export class MaTrendChart extends TrendWidget {
  /** Ids of the metrics, separated by commas. */
  @property({ converter: words }) metrics: readonly string[] | undefined;

  /** A dimension: its most frequent values become the lines. */
  @property({ attribute: 'breakdown-by' }) breakdownBy: string | undefined;

  /** How many values of the dimension; the rest is one line, `others`. */
  @property({ type: Number, useDefault: true }) limit = 12;

  /** Names the chart otherwise than the catalogue does. */
  @property() label: string | undefined;

  /** `multiples` draws each line in a plot of its own; so do metrics of different units. */
  @property({ useDefault: true }) layout: 'lines' | 'multiples' = 'lines';

  /** Adds a strip of differences under a single line that is compared. */
  @property({ type: Boolean }) difference = false;

  /** A summary report for totals and growth, beside `data`. */
  @property({ attribute: false }) summary: SummaryReport | undefined;

  readonly #givenOf = keepLast(
    (trend: TrendReport | undefined, summary: SummaryReport | undefined): TrendAnswer | undefined =>
      trend && { trend, summary },
  );

  protected override given(): TrendAnswer | undefined {
    return this.#givenOf(this.data, this.summary);
  }

  protected override question(settings: ScopeSettings): TrendQuestion | Missing {
    const { metrics = [], breakdownBy, limit } = this;
    return trendQuestion(settings, { metrics, breakdownBy, limit });
  }

  protected override answer(client: Client, question: TrendQuestion, options: AskOptions): Promise<TrendAnswer> {
    return askTrend(client, question, options);
  }

  protected override look(): TrendLook {
    const { label, breakdownBy, layout, difference, metrics } = this;
    const plots = metrics?.length ?? 1;
    const legendLength = Math.max(1, plots) + (isCompared(this.settingsInForce) ? 1 : 0);
    return { label, breakdownBy, layout, difference, plots, legendLength };
  }

  /** Names of the metrics, as soon as there is a catalogue. */
  protected override titleBefore(texts: WidgetTexts | undefined): string {
    const { catalogInForce: catalog, metrics = [] } = this;
    if (!texts || !catalog) return '';
    return namesOf(
      metrics.map((id) => metricLabel(metricOf(catalog, id), texts)),
      texts.locale,
    );
  }
}
