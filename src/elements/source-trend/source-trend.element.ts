import { html, nothing, type TemplateResult } from 'lit';
import type { TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { type SourceTrendMessages, sourceTrendTexts } from '#i18n/source-trend/section.js';
import type { Missing } from '../base/asking-element.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { MetricSelectEvent } from '../base/events.js';
import { property } from '../base/property.js';
import { rangeQuery } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { segments } from '../base/segments.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { words } from '../base/words.js';
import { keepLast } from '../trend-chart/keep-last.js';
import type { TrendAnswer } from '../trend-chart/trend-question.js';
import { type TrendLook, TrendWidget } from '../trend-chart/trend-widget.js';
import { SourcesChangeEvent } from './events.js';
import type { SourceChoices } from './source-choices.js';
import {
  askChoices,
  askSources,
  MOST_SOURCES,
  type SourceQuestion,
  sourceQuestion,
  withSources,
} from './source-question.js';
import { sourceTrendStyles } from './source-trend.styles.js';

type Words = WidgetTexts<SourceTrendMessages>;

const usualMetrics = ['opens', 'active_users'];
const usualLimit = 8;

/**
 * How people came in, over time: a line for each of the most frequent sources, or for those that the reader or the host
 * chose. Names come from the back end's source dictionary in the language of the scope. All other sources are one exact
 * line, which the legend switches on.
 *
 * @summary Sources over time.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the chart shows it by itself.
 * @fires {MetricSelectEvent} metric-select - Somebody chose another metric.
 * @fires {SourcesChangeEvent} sources-change - Somebody chose the sources.
 * @fires {GranularityChangeEvent} granularity-change - Somebody chose another length of buckets.
 * @fires {PointSelectEvent} point-select - Somebody clicked on a bucket, or pressed Enter on it.
 * @fires {LineToggleEvent} line-toggle - Somebody switched a line on or off.
 * @fires {ZoomChangeEvent} zoom-change - Somebody zoomed in on a stretch, or back; preventing it keeps the chart as it is.
 * @csspart frame - The sheet.
 * @csspart head - Title, legend and switches.
 * @csspart body - The plot, or the table.
 * @csspart foot - Freshness and actions.
 * @csspart legend - The lines that carry no name at their end.
 * @cssprop [--ma-chart-height=280px] - Height of the plot.
 * @cssprop [--ma-chart-height-narrow=220px] - Height of the plot in a widget under 480 px.
 * @example
 * <ma-source-trend base-url="https://metrics.example" app="lantern-tea" range="last_30_days"></ma-source-trend>
 */
export class MaSourceTrend extends TrendWidget<SourceQuestion, TrendAnswer, SourceTrendMessages> {
  static override styles = [...TrendWidget.styles, sourceTrendStyles];

  readonly #chooser = this.kit(() => import('./source-kit.js'));
  #choices: SourceChoices | undefined;

  /** The metric that is shown; default the first of `metrics`. */
  @property() metric: string | undefined;

  /** Metrics that the reader may choose between, separated by commas. */
  @property({ converter: words }) metrics: readonly string[] | undefined;

  /** Keys of the source dictionary, separated by commas, at most 12; default the most frequent sources. */
  @property({ converter: words }) sources: readonly string[] | undefined;

  /** How many of the most frequent sources have a line, 1 to 12; the rest is one line more, `others`. */
  @property({ type: Number, useDefault: true }) limit = usualLimit;

  /** Names the chart otherwise than after its metric. */
  @property() label: string | undefined;

  /** Leaves out the button that lets the reader choose the sources. */
  @property({ type: Boolean, attribute: 'no-choice' }) noChoice = false;

  readonly #givenOf = keepLast(
    (trend: TrendReport | undefined): TrendAnswer | undefined => trend && { trend, summary: undefined },
  );

  constructor() {
    super(sourceTrendTexts);
  }

  protected override given(): TrendAnswer | undefined {
    return this.#givenOf(this.data);
  }

  protected override question(settings: ScopeSettings): SourceQuestion | Missing {
    const limit = Math.min(MOST_SOURCES, Math.max(1, Math.floor(this.limit) || usualLimit));
    return sourceQuestion(settings, this.#metric, limit, this.#sources);
  }

  protected override answer(client: Client, question: SourceQuestion, options: AskOptions): Promise<TrendAnswer> {
    return askSources(client, question, options);
  }

  protected override within({ scope, sources }: SourceQuestion) {
    return { scope, query: rangeQuery(withSources(this.settingsInForce, sources)) };
  }

  /** The metric of all lines: what it is over the sources together. */
  protected override explained(): string | undefined {
    return this.#metric;
  }

  protected override look(texts: Words | undefined): TrendLook {
    return {
      label: this.label ?? (this.titleBefore(texts) || undefined),
      breakdownBy: 'source',
      areChosen: this.#sources !== undefined,
      legendLength: 3,
      switches: texts && !this.given() ? this.#renderSwitches(texts) : nothing,
    };
  }

  protected override titleBefore(texts: Words | undefined): string {
    const metric = texts ? this.#nameOf(this.#metric, texts) : '';
    return texts && metric ? texts.get('sourceTrend.title', { metric }) : '';
  }

  protected override renderOverlay(texts: Words): unknown {
    if (this.popovers.open !== 'sources' || !this.shown) return undefined;
    return this.#choices?.render({
      ...{ texts, metric: this.#metric, catalog: this.shown.catalog, formats: this.formats(texts) },
      chosen: this.#sources ?? this.linesOnShow.flatMap(({ key }) => key ?? []),
      isUsual: this.#sources === undefined,
      choose: (sources) => this.#chooseSources(sources),
    });
  }

  /** An answer that a host gives is about the metric that it holds. */
  get #metric(): string {
    // a host may hand over data of any shape
    const series: unknown = this.data?.series;
    const given = Array.isArray(series) ? (series as TrendReport['series'])[0]?.metric : undefined;
    return given ?? this.metric ?? this.#metrics[0] ?? '';
  }

  get #metrics(): readonly string[] {
    const metrics = this.metrics?.length ? this.metrics : usualMetrics;
    return this.metric && !metrics.includes(this.metric) ? [this.metric, ...metrics] : metrics;
  }

  /** None chosen is no choice. */
  get #sources(): readonly string[] | undefined {
    return this.sources?.length ? this.sources : undefined;
  }

  #nameOf(metric: string, texts: Words): string {
    const { catalogInForce: catalog } = this;
    return catalog ? metricLabel(metricOf(catalog, metric), texts) : '';
  }

  #renderSwitches(texts: Words): TemplateResult {
    const metrics = this.#metrics.map((value) => ({ value, label: this.#nameOf(value, texts) }));
    const isOpen = this.popovers.open === 'sources';
    return html`${
      this.noChoice || !this.shown
        ? nothing
        : html`<button
            class="button choose"
            type="button"
            aria-haspopup="dialog"
            aria-expanded=${isOpen}
            @click=${(event: MouseEvent) => void this.#openChooser(event.currentTarget as HTMLElement)}
          >
            ${texts.get('sourceTrend.choose')}
          </button>`
    }
    ${
      metrics.length > 1 && this.catalogInForce
        ? segments(metrics, this.#metric, texts.get('sourceTrend.metric'), (metric) => this.#chooseMetric(metric))
        : nothing
    }`;
  }

  async #openChooser(anchor: HTMLElement): Promise<void> {
    const { SourceChoices } = await this.#chooser.ready();
    const [client, question] = [this.asked, this.shown?.question];
    if (!client || !question) return;
    this.#choices ??= new SourceChoices(this);
    if (this.popovers.open !== 'sources') {
      const settings = this.settingsInForce;
      void this.#choices.load((signal) => askChoices(client, question, settings, signal));
    }
    this.popovers.toggle('sources', anchor);
  }

  #chooseSources(sources: readonly string[] | undefined): void {
    this.sources = sources;
    this.dispatchEvent(new SourcesChangeEvent(sources));
  }

  #chooseMetric(metric: string): void {
    this.metric = metric;
    this.dispatchEvent(new MetricSelectEvent(metric));
  }
}
