import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import type { Meta, SummaryMetric, SummaryReport, TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { type MetricCardMessages, metricCardTexts } from '#i18n/metric-card/section.js';
import { type MetricGroupMessages, metricGroupTexts } from '#i18n/metric-group/section.js';
import { joined } from '#i18n/section.js';
import type { Action } from '../base/actions.js';
import { askAnswered } from '../base/ask-answered.js';
import type { Missing } from '../base/asking-element.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { MetricSelectEvent } from '../base/events.js';
import { addIcons } from '../base/icons.js';
import { message } from '../base/message.js';
import { property } from '../base/property.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { Widget } from '../base/widget.js';
import { words } from '../base/words.js';
import { askCard } from '../metric-card/ask-card.js';
import type { CardAnswer } from '../metric-card/card-answer.js';
import { cardBones, cardFigures, cardMessage } from '../metric-card/card-body.js';
import { cardFaceStyles } from '../metric-card/card-face.styles.js';
import { type CardQuestion, cardQuestion, dayWeekMonth } from '../metric-card/card-question.js';
import { cardAt } from './card-grid.js';
import { ChartLink } from './chart-link.js';
import { type GroupCard, groupCards } from './group-cards.js';
import { againstText, groupHead, rangeTitle } from './group-head.js';
import { metricGroupStyles } from './metric-group.styles.js';

type Messages = MetricGroupMessages & MetricCardMessages;
type Texts = WidgetTexts<Messages>;

const texts = joined(metricGroupTexts, metricCardTexts);

addIcons({
  cards: svg`<path d="M2.500 2.500h4.500v4.500H2.500zM9 2.500h4.500v4.500H9zM2.500 9h4.500v4.500H2.500zM11.250 9v4.300M9.300 11.500l1.950 1.950 1.950-1.950"/>`,
});

/**
 * Cards in one sheet with one foot, each with a metric, its growth and a sparkline. One of them is chosen, by a click or
 * with the arrow keys; a chart that stands in the group, or is named by `for`, shows its metric. All cards are one
 * question, their sparklines a second one in the same request.
 *
 * @summary Cards that choose the metric of a chart.
 *
 * @slot - A chart, such as a trend chart: it shows the chosen metric in the same sheet, and its actions in the same foot.
 *
 * @fires {MetricSelectEvent} metric-select - Another card was chosen.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the cards show it by themselves.
 *
 * @csspart frame - The sheet.
 * @csspart head - What the figures are of.
 * @csspart body - Cards and chart.
 * @csspart cards - The cards.
 * @csspart value - The number of a card.
 * @csspart foot - Freshness and actions.
 *
 * @example
 * <ma-metric-group range="yesterday" metrics="active_users,new_users,opens"><ma-trend-chart></ma-trend-chart></ma-metric-group>
 */
export class MaMetricGroup extends Widget<CardQuestion, CardAnswer, Messages> {
  static override styles = [...Widget.styles, cardFaceStyles, metricGroupStyles];

  /** Ids of the metrics in the order of their cards, separated by commas; two to twelve look well. */
  @property({ converter: words }) metrics: readonly string[] | undefined;

  /** Id of the chosen metric; default the first. */
  @property({ reflect: true }) selected: string | undefined;

  /** The id of the chart whose metric is chosen, in the same document or shadow root, where it does not stand in the group. */
  @property() for: string | undefined;

  /** The title; default the range that the figures are of. */
  @property() heading: string | undefined;

  /** Leaves out the sparklines, and does not ask for their history. */
  @property({ type: Boolean, attribute: 'no-history' }) noHistory = false;

  /** A summary report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: SummaryReport | undefined;

  /** A trend report for the sparklines, beside `data`. */
  @property({ attribute: false }) history: TrendReport | undefined;

  readonly #link = new ChartLink(this);
  #given: CardAnswer | undefined;

  constructor() {
    super(texts);
  }

  /** Asks again, and lets a chart in the group ask again too. */
  override refresh(): void {
    super.refresh();
    if (this.#hasPanel) this.#link.refresh();
  }

  /** All cards with what they are compared with and their histories, unrounded, as a CSV file. */
  async download(): Promise<void> {
    const { shown, words: said } = this;
    if (!shown || !said) return;
    const { downloadCard } = await import('../metric-card/card-file.js');
    await downloadCard(shown.answer, shown.catalog, said, said.get('group.file'));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data') || changed.has('history')) {
      this.#given = this.data && { summary: this.data, history: this.history };
    }
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.isConnected) return; // it has left the page before its update came
    const root = this.getRootNode() as Document | ShadowRoot;
    const named = this.for ? root.getElementById(this.for) : null;
    const candidates = this.for ? (named ? [named] : []) : [...this.querySelectorAll('*')];
    this.#link.show(this.#chosen, candidates, !this.for);
  }

  protected override given(): CardAnswer | undefined {
    return this.#given;
  }

  protected override question(settings: ScopeSettings): CardQuestion | Missing {
    const ids = this.#ids;
    if (ids.length === 0) return 'metric';
    return cardQuestion(ids, settings, this.compare ?? dayWeekMonth, !this.noHistory) ?? 'app';
  }

  protected override ask(client: Client, question: CardQuestion, options: AskOptions): Promise<CardAnswer> {
    const { summary, history } = question;
    return askAnswered({ client, metrics: summary.metrics, report: 'summary', signal: options.signal }, (metrics) =>
      askCard(
        client,
        { ...question, summary: { ...summary, metrics }, history: history && { ...history, metrics } },
        options,
      ),
    );
  }

  protected override subject({ scope }: CardQuestion): string {
    return scope;
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

  /** Each metric once; without a list, those of `data`. */
  get #ids(): string[] {
    const { metrics, data } = this;
    return [...new Set(metrics ?? data?.metrics.map(({ metric }) => metric) ?? [])];
  }

  get #chosen(): string | undefined {
    const ids = this.#ids;
    return ids.find((id) => id === this.selected) ?? ids[0];
  }

  /** Whether something stands in the group's sheet. */
  get #hasPanel(): boolean {
    return this.firstElementChild !== null && !this.for;
  }

  readonly #handleChoose = (id: string): void => {
    if (id === this.#chosen) return;
    this.selected = id;
    this.dispatchEvent(new MetricSelectEvent(id));
  };

  readonly #handleKey = (event: KeyboardEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const tops = tabs.map((tab) => Math.round(tab.closest('.card')!.getBoundingClientRect().top));
    const perRow = tops.filter((top) => top === tops[0]).length;
    const to = cardAt(event.key, index, tabs.length, perRow, this.direction === 'rtl');
    const id = to === undefined ? undefined : this.#ids[to];
    if (to === undefined || id === undefined) return;
    event.preventDefault();
    tabs[to]?.focus();
    this.#handleChoose(id);
  };

  readonly #handleExplain = (id: string, button: HTMLElement): void => {
    void this.explain(id, button, button.closest<HTMLElement>('.card') ?? button);
  };

  protected override renderWidget(said: Texts | undefined): TemplateResult {
    const { shown } = this;
    const { body } = this.state;
    const summary = body === 'data' ? shown?.answer.summary : undefined;
    const range = summary?.meta.range;
    const title = said && range ? rangeTitle(range, this.clock(), said, this.formats(said)) : '';
    const label = this.heading ?? said?.get('group.metrics') ?? '';
    return this.renderFrame(
      {
        label,
        head: groupHead(this.heading ?? (title || label), said && summary ? againstText(summary.metrics, said) : ''),
        body: html`${this.#renderCards(label, said)}${this.#renderPanel()}`,
        actions: said ? this.#actions(said) : [],
      },
      said,
    );
  }

  #renderCards(label: string, said: Texts | undefined): TemplateResult {
    const ids = this.#ids;
    if (ids.length === 0) {
      return html`<div class="none-chosen">${said ? message(this.stateMessage(said)) : nothing}</div>`;
    }
    return groupCards({
      cards: ids.map((id): GroupCard => ({ id, name: this.#nameOf(id, said), face: this.#renderFace(id, said) })),
      ...{ chosen: this.#chosen, label, hasPanel: this.#hasPanel },
      about: this.shown && said ? said.get('action.definition') : undefined,
      choose: this.#handleChoose,
      key: this.#handleKey,
      explain: this.#handleExplain,
    });
  }

  /** A chart in the group's own sheet, under the cards. */
  #renderPanel(): TemplateResult {
    const chosen = this.#ids.indexOf(this.#chosen ?? '');
    return html`<div
      class="panel"
      id="panel"
      role=${chosen < 0 ? nothing : 'tabpanel'}
      aria-labelledby=${chosen < 0 ? nothing : `tab-${chosen}`}
      ?hidden=${!this.#hasPanel}
    >
      <slot @slotchange=${() => this.requestUpdate()}></slot>
    </div>`;
  }

  #nameOf(id: string, said: Texts | undefined): string {
    const { catalogInForce: catalog } = this;
    return said && catalog ? metricLabel(metricOf(catalog, id), said) : '';
  }

  /** What is the matter is said once, in the chosen card. */
  #renderFace(id: string, said: Texts | undefined): TemplateResult {
    const { body } = this.state;
    if (!said || body === 'pending') return cardBones();
    if (body !== 'data') {
      return cardMessage(id === this.#chosen ? this.stateMessage(said) : { icon: '', title: '' });
    }
    const { answer, catalog } = this.shown!;
    const row = answer.summary.metrics.find(({ metric }) => metric === id);
    if (!row)
      return this.state.isRefreshing ? cardBones() : cardMessage({ icon: '', title: said.get('card.unavailable') });
    const metric = metricOf(catalog, id);
    return cardFigures({
      ...{ row, metric, answer, texts: said, formats: this.formats(said) },
      comparisons: this.#comparisons(row),
    });
  }

  /** Of given data, those that the cards shall show. */
  #comparisons({ comparisons }: SummaryMetric) {
    const { compare } = this;
    return compare ? comparisons.filter(({ kind }) => (compare as readonly string[]).includes(kind)) : comparisons;
  }

  #actions(said: Texts): Action[] {
    const ofChart = this.#link.actions;
    const isAlone = ofChart.length === 0;
    const label = said.get(isAlone ? 'action.csv' : 'group.csv');
    const file = { id: 'cards', icon: isAlone ? 'download' : 'cards', label, run: () => void this.download() };
    const chosen = this.#chosen;
    return [
      ...ofChart,
      ...(this.shown ? [file] : []),
      ...(chosen ? this.definitionAction(chosen, said) : []),
      ...this.refreshAction(said),
    ];
  }
}
