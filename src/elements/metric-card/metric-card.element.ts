import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Meta, SummaryMetric, SummaryReport, TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { metricCardTexts } from '#i18n/metric-card/section.js';
import type { Action } from '../base/actions.js';
import type { Missing } from '../base/asking-element.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { MetricSelectEvent } from '../base/events.js';
import { icon } from '../base/icons.js';
import { property } from '../base/property.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { Widget } from '../base/widget.js';
import { askCard } from './ask-card.js';
import type { CardAnswer } from './card-answer.js';
import { cardBones, cardFigures, cardMessage } from './card-body.js';
import { cardFaceStyles } from './card-face.styles.js';
import { type CardQuestion, cardQuestion, dayWeekMonth } from './card-question.js';
import { metricCardStyles } from './metric-card.styles.js';

type Texts = WidgetTexts<typeof metricCardTexts.en>;

/**
 * One metric: its value, how it grew against day, week and month, a sparkline of its history, and on demand what it
 * means and how the number came about.
 *
 * @summary One metric with growth and sparkline.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the card shows it by itself.
 * @fires {MetricSelectEvent} metric-select - Somebody chose the card, where it is `selectable`.
 * @csspart frame - The sheet.
 * @csspart body - What lies in it.
 * @csspart foot - Freshness and actions.
 * @csspart value - The number.
 * @example
 * <ma-metric-card base-url="https://metrics.example" app="lantern-tea" metric="opens"></ma-metric-card>
 */
export class MaMetricCard extends Widget<CardQuestion, CardAnswer, typeof metricCardTexts.en> {
  static override styles = [...Widget.styles, metricCardStyles, cardFaceStyles];

  /** Id of the metric. */
  @property({ useDefault: true }) metric = '';

  /** Names the card otherwise than the catalogue does. */
  @property() label: string | undefined;

  /** Leaves out the sparkline, and does not ask for its history. */
  @property({ type: Boolean, attribute: 'no-history' }) noHistory = false;

  /** Makes the card a button that fires `metric-select`. */
  @property({ type: Boolean }) selectable = false;

  /** Shows that the card is the chosen one. */
  @property({ type: Boolean, reflect: true }) selected = false;

  /** A summary report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: SummaryReport | undefined;

  /** A trend report for the sparkline, beside `data`. */
  @property({ attribute: false }) history: TrendReport | undefined;

  #given: CardAnswer | undefined;

  constructor() {
    super(metricCardTexts);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data') || changed.has('history')) {
      this.#given = this.data && { summary: this.data, history: this.history };
    }
    super.willUpdate(changed);
  }

  protected override given(): CardAnswer | undefined {
    return this.#given;
  }

  protected override question(settings: ScopeSettings): CardQuestion | Missing {
    if (!this.metric) return 'metric';
    return cardQuestion([this.metric], settings, this.compare ?? dayWeekMonth, !this.noHistory) ?? 'app';
  }

  protected override ask(client: Client, question: CardQuestion, options: AskOptions): Promise<CardAnswer> {
    return askCard(client, question, options);
  }

  protected override subject({ scope, summary }: CardQuestion): string {
    return `${scope} ${summary.metrics.join(',')}`;
  }

  protected override within({ scope, summary }: CardQuestion) {
    const { metrics: _, compare: _compared, ...query } = summary;
    return { scope, query };
  }

  protected override knownValues({ summary }: CardAnswer) {
    return new Map(summary.metrics.map(({ metric, value }) => [metric, value]));
  }

  protected override meta({ summary }: CardAnswer): Meta {
    return summary.meta;
  }

  protected override isEmpty({ summary }: CardAnswer): boolean {
    return summary.metrics.length === 0;
  }

  protected override renderWidget(texts: Texts | undefined): TemplateResult {
    const { body } = this.state;
    const below =
      !texts || body === 'pending'
        ? cardBones()
        : body === 'data'
          ? this.#renderFigures(texts)
          : this.#renderMessage(texts);
    const label = this.#label(texts);
    return this.renderFrame(
      { label, body: [this.#renderLabel(label, texts), below], actions: this.#actions(texts) },
      texts,
    );
  }

  get #row(): SummaryMetric | undefined {
    const rows = this.shown?.answer.summary.metrics ?? [];
    return rows.find(({ metric }) => metric === this.metric) ?? (this.metric ? undefined : rows[0]);
  }

  #label(texts: Texts | undefined): string {
    const id = this.metric || (this.#row?.metric ?? '');
    if (this.label !== undefined) return this.label;
    if (!id || !texts || !this.catalogInForce) return '';
    return metricLabel(metricOf(this.catalogInForce, id), texts);
  }

  #renderLabel(label: string, texts: Texts | undefined): TemplateResult {
    const { metric } = this.#row ?? {};
    return html`<div class="label">
      ${label ? this.#renderName(label) : this.metric ? html`<span class="bone label-bone"></span>` : nothing}
      ${texts && metric ? this.#renderAbout(metric, texts) : nothing}
    </div>`;
  }

  #renderName(label: string): TemplateResult {
    if (!this.selectable) return html`<h2 title=${label}>${label}</h2>`;
    return html`<button class="choose" type="button" aria-pressed=${this.selected} @click=${this.#handleChoose}>
      ${label}
    </button>`;
  }

  #renderAbout(metric: string, texts: Texts): TemplateResult {
    const name = texts.get('action.definition');
    return html`<button
      class="about-button"
      type="button"
      aria-label=${name}
      title=${name}
      aria-haspopup="dialog"
      aria-expanded=${this.popovers.open === 'explanation'}
      @click=${(event: MouseEvent) => this.#handleAbout(metric, event)}
    >
      ${icon('info')}
    </button>`;
  }

  #renderFigures(texts: Texts): TemplateResult {
    const { answer, catalog } = this.shown!;
    const row = this.#row;
    if (!row) throw new Error(`The report holds no metric “${this.metric}”.`);
    const metric = metricOf(catalog, row.metric);
    return cardFigures({
      row,
      metric,
      answer,
      texts,
      formats: this.formats(texts),
      comparisons: this.#comparisons(row),
    });
  }

  #renderMessage(texts: Texts): TemplateResult {
    return cardMessage(this.stateMessage(texts));
  }

  /** Of given data, those that the card shall show. */
  #comparisons({ comparisons }: SummaryMetric) {
    const { compare } = this;
    return compare ? comparisons.filter(({ kind }) => (compare as readonly string[]).includes(kind)) : comparisons;
  }

  #actions(texts: Texts | undefined): Action[] {
    if (!texts) return [];
    const { metric } = this.#row ?? {};
    const download = {
      id: 'csv',
      icon: 'download',
      label: texts.get('action.csv'),
      run: () => void this.#download(texts),
    } as const;
    return [
      ...(this.shown ? [download] : []),
      ...(metric ? this.definitionAction(metric, texts) : []),
      ...this.refreshAction(texts),
    ];
  }

  async #download(texts: Texts): Promise<void> {
    if (!this.shown) return;
    const { answer, catalog } = this.shown;
    const { downloadCard } = await import('./card-file.js');
    await downloadCard(answer, catalog, texts);
  }

  #handleAbout(metric: string, { currentTarget }: Event): void {
    const button = currentTarget as HTMLElement;
    void this.explain(metric, button, button.closest<HTMLElement>('.body') ?? button);
  }

  #handleChoose(): void {
    this.dispatchEvent(new MetricSelectEvent(this.metric));
  }
}
