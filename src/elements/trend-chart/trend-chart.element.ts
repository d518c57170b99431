import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Meta, SummaryReport, TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { Missing } from '../base/asking-element.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { message } from '../base/message.js';
import { rangeQuery } from '../base/question.js';
import { isCompared } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { segmentsStyles } from '../base/segments.styles.js';
import { setStyle } from '../base/set-style.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { Widget } from '../base/widget.js';
import { words } from '../base/words.js';
import { headBones } from './head-bones.js';
import { namesOf } from './names-of.js';
import { skeleton } from './skeleton.js';
import type { Stage } from './stage.js';
import { stageStyles } from './stage.styles.js';
import { tableStyles } from './table.styles.js';
import { tooltipStyles } from './tooltip.styles.js';
import { trendChartStyles } from './trend-chart.styles.js';
import { askTrend, type TrendAnswer, type TrendQuestion, trendQuestion } from './trend-question.js';

/**
 * One or more metrics over time, with a comparison, one tooltip for all lines, arrow keys, and a table that says the
 * same. Metrics of one unit share a plot; metrics of different units become small multiples, because no plot has two
 * axes. The bucket that is still running is dotted to a hollow point that says how far it goes; so are buckets that the
 * range cuts. chart.js is loaded when a chart comes near the viewport.
 *
 * @summary Metrics over time.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the chart shows it by itself.
 * @fires {GranularityChangeEvent} granularity-change - Somebody chose another length of buckets.
 * @fires {PointSelectEvent} point-select - Somebody clicked on a bucket, or pressed Enter on it.
 * @fires {LineToggleEvent} line-toggle - Somebody switched a line on or off.
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
export class MaTrendChart extends Widget<TrendQuestion, TrendAnswer> {
  static override styles = [
    ...Widget.styles,
    trendChartStyles,
    segmentsStyles,
    stageStyles,
    tooltipStyles,
    tableStyles,
  ];

  readonly #kit = this.kit(() => import('./trend-kit.js'));
  #stage: Stage | undefined;

  /** Ids of the metrics, separated by commas. */
  @property({ converter: words() }) metrics: readonly string[] | undefined;

  /** A dimension: its most frequent values become the lines. */
  @property({ attribute: 'breakdown-by' }) breakdownBy: string | undefined;

  /** How many values of the dimension; the rest is one line, `others`. */
  @property({ type: Number }) limit = 12;

  /** Names the chart otherwise than the catalogue does. */
  @property() label: string | undefined;

  /** `multiples` draws each line in a plot of its own; so do metrics of different units. */
  @property() layout: 'lines' | 'multiples' = 'lines';

  /** Adds a strip of differences under a single line that is compared. */
  @property({ type: Boolean }) difference = false;

  /** What is shown: the `chart`, or the `table` that says the same. */
  @property({ reflect: true }) view: 'chart' | 'table' = 'chart';

  /** Leaves out the switch between hour, day, week and month. */
  @property({ type: Boolean, attribute: 'no-granularity' }) noGranularity = false;

  /** A trend report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: TrendReport | undefined;

  /** A summary report for totals and growth, beside `data`. */
  @property({ attribute: false }) summary: SummaryReport | undefined;

  #given: TrendAnswer | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data') || changed.has('summary')) {
      this.#given = this.data && { trend: this.data, summary: this.summary };
    }
    super.willUpdate(changed);
  }

  protected override given(): TrendAnswer | undefined {
    return this.#given;
  }

  protected override question(settings: ScopeSettings): TrendQuestion | Missing {
    const { metrics = [], breakdownBy, limit } = this;
    return trendQuestion(settings, { metrics, breakdownBy, limit });
  }

  protected override ask(client: Client, question: TrendQuestion, options: AskOptions): Promise<TrendAnswer> {
    this.#kit.ready().catch(() => undefined); // it loads while the numbers are on the way
    return askTrend(client, question, options);
  }

  protected override subject({ scope, trend }: TrendQuestion): string {
    return [scope, ...trend.metrics, trend.breakdown_by ?? ''].join(' ');
  }

  protected override meta({ trend }: TrendAnswer): Meta {
    return trend.meta;
  }

  /** Zeros are values: they draw a baseline. */
  protected override isEmpty({ trend }: TrendAnswer): boolean {
    return trend.series.every(({ values }) => values.every((value) => value === null));
  }

  protected override within({ scope }: TrendQuestion) {
    return { scope, query: rangeQuery(this.settingsInForce) };
  }

  protected override knownValues({ summary }: TrendAnswer) {
    return new Map(summary?.metrics.map(({ metric, value }) => [metric, value]));
  }

  protected override renderWidget(texts: WidgetTexts | undefined): TemplateResult {
    const stage = texts && this.shown ? this.#stageFor(texts) : undefined;
    const isPending = !texts || this.state.body === 'pending' || (this.state.body === 'data' && !stage);
    const title = stage?.title ?? this.label ?? this.#nameBefore(texts);
    const body = isPending ? skeleton() : this.state.body === 'data' ? stage?.renderBody() : this.#renderMessage(texts);
    return this.renderFrame(
      {
        label: title,
        head: isPending || !stage ? this.#renderHeadBones(title, isPending) : stage.renderHead(),
        body: this.#renderRoom(body, isPending),
        actions: texts
          ? [
              ...(stage?.actions() ?? []),
              ...(stage?.metric ? this.definitionAction(stage.metric, texts) : []),
              ...this.refreshAction(texts),
            ]
          : [],
      },
      texts,
    );
  }

  /** The part that shows an answer, with the answer on show; nothing while it is loading. */
  #stageFor(texts: Texts): Stage | undefined {
    const parts = this.#kit.parts;
    if (!parts || !this.shown) return undefined;
    this.#stage ??= new parts.Stage(this);
    const isShown = this.state.body === 'data';
    const { shown, label, breakdownBy, layout, difference, direction } = this;
    this.#stage.plan(
      isShown
        ? {
            ...{ shown, label, breakdownBy, layout, difference },
            // the texts of the kit came with it
            texts: texts,
            formats: this.formats(texts),
            isMirrored: direction === 'rtl',
            hasSwitch: !this.noGranularity && this.asked !== undefined,
          }
        : undefined,
    );
    return isShown ? this.#stage : undefined;
  }

  /** Names of the metrics while there is no answer, as soon as there is a catalogue. */
  #nameBefore(texts: Texts | undefined): string {
    const { catalogInForce: catalog, metrics = [] } = this;
    if (!texts || !catalog) return '';
    return namesOf(
      metrics.map((id) => metricLabel(metricOf(catalog, id), texts)),
      texts.locale,
    );
  }

  #renderHeadBones(title: string, isPending: boolean): TemplateResult {
    const lines = Math.max(1, this.metrics?.length ?? 1) + (isCompared(this.settingsInForce) ? 1 : 0);
    return headBones(title, isPending, lines, !this.noGranularity && this.given() === undefined);
  }

  /** The room of the picture, which has its final size in every state. */
  #renderRoom(content: unknown, isPending: boolean): TemplateResult {
    // a host may hand over data of any shape
    const given: unknown = this.data?.comparisons;
    const hasComparison = Array.isArray(given) ? given.length > 0 : isCompared(this.settingsInForce);
    const isMultiples = this.#stage?.layout?.isMultiples ?? (isPending && this.layout === 'multiples');
    const classes = ['stage', this.difference && hasComparison && 'with-difference', isMultiples && 'multiples'];
    return html`<div class=${classes.filter(Boolean).join(' ')} ${setStyle({ '--count': this.metrics?.length ?? 1 })}>
      <div class="plot">${content}</div>
    </div>`;
  }

  #renderMessage(texts: Texts): TemplateResult {
    return message(this.stateMessage(texts));
  }
}

type Texts = WidgetTexts;
