import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Catalog, Granularity, Meta, SummaryReport, TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import {
  detailColumns,
  detailRows,
  type DetailRow,
  detailTotals,
  sortedDetail,
  timeColumn,
  usualDetailOrder,
} from '#charts/detail-table.js';
import { type DetailTableMessages, detailTableTexts } from '#i18n/detail-table/section.js';
import { joined } from '#i18n/section.js';
import { type TableMessages, tableTexts } from '#i18n/table/section.js';
import { type TrendChartMessages, trendChartTexts } from '#i18n/trend-chart/section.js';
import type { Action } from '../base/actions.js';
import { askAnswered } from '../base/ask-answered.js';
import type { Missing } from '../base/asking-element.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { cellBarStyles } from '../base/cell-bar.styles.js';
import { columnChooser, columnsButton } from '../base/column-chooser.js';
import { columnChooserStyles } from '../base/column-chooser.styles.js';
import { growthMarkStyles } from '../base/growth-mark.styles.js';
import { labelledRows } from '../base/labelled-rows.styles.js';
import { message } from '../base/message.js';
import { pagingRow } from '../base/paging.js';
import { pagingStyles } from '../base/paging.styles.js';
import { property, state } from '../base/property.js';
import { isCompared, rangeQuery } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { segmentsStyles } from '../base/segments.styles.js';
import { columnOfOrder, sortedText, turnedOrder } from '../base/sort-head.js';
import { ColumnsChangeEvent, SortChangeEvent } from '../base/table-events.js';
import { tableStyles } from '../base/table.styles.js';
import { Widget } from '../base/widget.js';
import { words } from '../base/words.js';
import { GranularityChangeEvent } from '../trend-chart/events.js';
import { keepLast } from '../trend-chart/keep-last.js';
import { askTrend, type TrendAnswer, type TrendQuestion, trendQuestion } from '../trend-chart/trend-question.js';
import { type Scene, trendScene } from '../trend-chart/trend-scene.js';
import { detailContext, detailTitles, lengthSwitch } from './detail-head.js';
import { detailTableStyles } from './detail-table.styles.js';
import { detailBones, detailMessage, detailTable, type DetailTexts, type DetailView, fullName } from './detail-view.js';
import { expectedRows } from './expected-rows.js';
import { heldMetrics, inOrder, offeredMetrics } from './metric-choices.js';

type Messages = DetailTableMessages & TableMessages & TrendChartMessages;

const texts = joined(joined(detailTableTexts, tableTexts), trendChartTexts);

/** Rows that the contract lets one ask for at once: more on one page nobody reads. */
const MOST_ROWS = 1000;
const USUAL_ROWS = 200;

/** A skeleton or a message longer than a screen tells nothing more. */
const MOST_BONES = 50;
const SAID_ROWS = 10;

/**
 * Any metrics by hour, day, week or month, one row a bucket. The last row is of the whole range, as the report over it
 * counts it: users are counted once, and it is no sum of rows. With a comparison each metric has the value before and the
 * change beside it. One day is by the hour, more by the day, where nobody says otherwise.
 *
 * @summary Metrics by hour or day: a table to sort, page through and download.
 *
 * @fires {SortChangeEvent} sort-change - The table was sorted.
 * @fires {ColumnsChangeEvent} columns-change - Metrics were chosen.
 * @fires {GranularityChangeEvent} granularity-change - Somebody chose another length of buckets.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the table says so by itself.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Title, range, switch and columns.
 * @csspart body - The table, or what is said in its place.
 * @csspart table - What scrolls where the table is wider than its room.
 * @csspart foot - Freshness, parts of the list, actions.
 *
 * @cssprop [--ma-detail-table-max-height=none] - Height from which the rows scroll under their heads.
 *
 * @example
 * <ma-detail-table base-url="https://metrics.example" app="lantern-tea" metrics="opens,active_users"></ma-detail-table>
 */
export class MaDetailTable extends Widget<TrendQuestion, TrendAnswer, Messages> {
  static override styles = [
    ...Widget.styles,
    tableStyles,
    columnChooserStyles,
    cellBarStyles,
    growthMarkStyles,
    pagingStyles,
    segmentsStyles,
    labelledRows(479),
    detailTableStyles,
  ];

  /** Ids of the metrics, separated by commas. */
  @property({ converter: words }) metrics: readonly string[] | undefined;

  /** Metrics that the reader has chosen instead, separated by commas; nothing where those of the host stand. */
  @property({ converter: words }) columns: readonly string[] | undefined;

  /** Metrics that the reader may choose from, separated by commas; default all that the back end answers over time. */
  @property({ converter: words }) choices: readonly string[] | undefined;

  /** The title; default “Details” in the widget's language. */
  @property() heading: string | undefined;

  /**
   * What the table is sorted by, `-` before it for descending: `time`, a metric, or with a comparison `METRIC.previous`
   * or `METRIC.change`. Default: the newest first, the hours of one day as they come.
   */
  @property() order: string | undefined;

  /** Rows on a page, 1 to 1,000. */
  @property({ type: Number, attribute: 'page-size', useDefault: true }) pageSize = USUAL_ROWS;

  /** Leaves out the switch between hour, day, week and month. */
  @property({ type: Boolean, attribute: 'no-granularity' }) noGranularity = false;

  /** A trend report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: TrendReport | undefined;

  /** A summary report over the same range for the last row, beside `data`. */
  @property({ attribute: false }) summary: SummaryReport | undefined;

  /** What a screen reader is told of what its user has just done. */
  @state() private announcement = '';

  /** Which part of the list, from 0. */
  @state() private page = 0;

  #given: TrendAnswer | undefined;
  readonly #sceneOf = keepLast((answer: TrendAnswer, catalog: Catalog, said: DetailTexts) =>
    trendScene({
      answer,
      catalog,
      texts: said,
      formats: this.formats(said),
      breakdownBy: undefined,
      switched: new Map(),
      areChosen: false,
    }),
  );
  readonly #rowsOf = keepLast((scene: Scene, order: string) =>
    sortedDetail(detailRows(scene.model, scene.points.zeroPrevious), order),
  );

  constructor() {
    super(texts);
  }

  /** Every bucket and the whole range, unrounded, as a CSV file. */
  async download(): Promise<void> {
    const { shown, words: said } = this;
    if (!shown || !said) return;
    const { answer, catalog } = shown;
    const { downloadDetails } = await import('./detail-file.js');
    const scene = this.#sceneOf(answer, catalog, said);
    await downloadDetails({ scene, catalog, texts: said, formats: this.formats(said) }, answer, said);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data') || changed.has('summary')) {
      this.#given = this.data && { trend: this.data, summary: this.summary };
    }
    if (changed.has('order') || changed.has('data')) this.page = 0;
    super.willUpdate(changed);
  }

  protected override given(): TrendAnswer | undefined {
    return this.#given;
  }

  protected override question(settings: ScopeSettings): TrendQuestion | Missing {
    return trendQuestion(settings, { metrics: this.#chosen, breakdownBy: undefined, limit: 0 });
  }

  protected override ask(client: Client, question: TrendQuestion, options: AskOptions): Promise<TrendAnswer> {
    const { trend, summary } = question;
    return askAnswered({ client, metrics: trend.metrics, report: 'trend', signal: options.signal }, (metrics) =>
      askTrend(
        client,
        { ...question, trend: { ...trend, metrics }, ...(summary && { summary: { ...summary, metrics } }) },
        options,
      ),
    );
  }

  protected override subject({ scope }: TrendQuestion): string {
    return scope;
  }

  protected override within({ scope }: TrendQuestion) {
    return { scope, query: rangeQuery(this.settingsInForce) };
  }

  protected override meta({ trend }: TrendAnswer): Meta {
    return trend.meta;
  }

  /** Zeros are values: they are rows like any other. */
  protected override isEmpty({ trend }: TrendAnswer): boolean {
    return trend.series.every(({ values }) => values.every((value) => value === null));
  }

  protected override knownValues({ summary }: TrendAnswer) {
    return new Map(summary?.metrics.map(({ metric, value }) => [metric, value]));
  }

  get #chosen(): readonly string[] {
    return this.columns?.length ? this.columns : (this.metrics ?? []);
  }

  /** Rows on a page, as many as make sense. */
  get #size(): number {
    const rows = Math.trunc(this.pageSize);
    return rows >= 1 ? Math.min(rows, MOST_ROWS) : USUAL_ROWS;
  }

  #orderOf({ model }: Scene): string {
    const columns = [timeColumn, ...detailColumns(model).map(({ id }) => id)];
    const { order } = this;
    return order && columns.includes(columnOfOrder(order)) ? order : usualDetailOrder(model);
  }

  readonly #handleOrder = (order: string, name: string): void => {
    this.order = order;
    this.announcement = this.words ? sortedText(name, order, this.words) : '';
    this.dispatchEvent(new SortChangeEvent(order));
  };

  readonly #handleColumns = (chosen: readonly string[] | undefined): void => {
    const { metrics = [], shown } = this;
    this.columns = chosen && inOrder(chosen, metrics, shown ? this.#offered(shown.catalog) : []);
    this.dispatchEvent(new ColumnsChangeEvent(this.columns));
  };

  readonly #handleGranularity = (granularity: Granularity): void => {
    this.granularity = granularity;
    this.page = 0;
    this.dispatchEvent(new GranularityChangeEvent(granularity));
  };

  protected override renderWidget(said: DetailTexts | undefined): TemplateResult {
    if (!said)
      return this.renderFrame(
        { label: '', head: detailTitles('', []), body: this.#renderBones(), actions: [] },
        undefined,
      );
    const heading = this.heading ?? said.get('detail.title');
    const view = this.#view(heading, said);
    const paging = view ? this.#renderPaging(view, said) : nothing;
    return this.renderFrame(
      {
        label: heading,
        head: this.#renderHead(heading, said),
        // A bare table has no foot to page in.
        body: html`${this.#renderBody(view, said)}${this.bare ? paging : nothing}`,
        paging,
        actions: this.#actions(view, said),
        ...(this.popovers.open === 'columns' && { overlay: this.#renderChooser(view, said) }),
      },
      said,
    );
  }

  /** What there is to show; nothing where there is no data. */
  #view(heading: string, said: DetailTexts): DetailView | undefined {
    const { shown } = this;
    if (!shown || this.state.body !== 'data') return undefined;
    const { answer, catalog } = shown;
    const { trend, summary } = answer;
    const scene = this.#sceneOf(answer, catalog, said);
    const formats = this.formats(said);
    const order = this.#orderOf(scene);
    const columns = detailColumns(scene.model);
    const rows = this.#rowsOf(scene, order);
    const size = this.#size;
    const { range } = trend.meta;
    const view: DetailView = {
      ...{ scene, formats, columns, order, texts: said },
      label: range ? said.get('table.of', { title: heading, range: formats.range(range) }) : heading,
      rows: rows.slice(this.#pageOf(rows) * size, (this.#pageOf(rows) + 1) * size),
      totals: summary && detailTotals(summary.metrics, scene.model.base?.kind),
      largest: Math.max(0, ...rows.map(({ values }) => values.get(columns[0]?.id ?? '') ?? 0)),
      sort: (column) => this.#handleOrder(turnedOrder(order, column), this.#nameOf(column, view)),
    };
    return view;
  }

  /** Which part is on show: a list that has become shorter has fewer. */
  #pageOf(rows: readonly DetailRow[]): number {
    return Math.min(this.page, Math.max(0, Math.ceil(rows.length / this.#size) - 1));
  }

  #nameOf(column: string, view: DetailView): string {
    const found = view.columns.find(({ id }) => id === column);
    return found ? fullName(found, view) : view.texts.get('detail.time');
  }

  #renderHead(heading: string, said: DetailTexts): TemplateResult {
    const { shown, state: now, popovers } = this;
    const pieces = shown ? detailContext(shown.answer.trend, said, this.formats(said)) : [];
    const hasSwitch = shown && this.asked && !this.noGranularity;
    return html`${detailTitles(heading, now.body === 'pending' ? undefined : pieces)}
      <p class="hidden-text" role="status">${this.announcement}</p>
      <div class="tools">
        ${hasSwitch ? lengthSwitch(shown.answer.trend, shown.catalog, said, this.#handleGranularity) : nothing}
        ${columnsButton(said, popovers)}
      </div>`;
  }

  #renderBody(view: DetailView | undefined, said: DetailTexts): TemplateResult {
    const { body } = this.state;
    if (view) return detailTable(view);
    if (body === 'pending') return this.#renderBones();
    const usual = this.stateMessage(said);
    const title =
      body === 'error' || body === 'forbidden' || body === 'empty' ? said.get(`detail.${body}`) : usual.title;
    return detailMessage(message({ ...usual, title }), SAID_ROWS);
  }

  #renderBones(): TemplateResult {
    const { settingsInForce: settings } = this;
    const rows = Math.min(expectedRows(settings), this.#size, MOST_BONES);
    const each = isCompared(settings) ? 3 : 1;
    return detailBones(rows + 1, Math.max(1, this.#chosen.length) * each);
  }

  #renderPaging({ formats, scene }: DetailView, said: DetailTexts): TemplateResult | typeof nothing {
    const total = scene.model.buckets.length;
    const page = this.#pageOf(this.#rowsOf(scene, this.#orderOf(scene)));
    const first = page * this.#size;
    const last = Math.min(total, first + this.#size);
    const go = (to: number) => () => (this.page = to);
    return pagingRow({
      ...{ texts: said, formats, first: first + 1, last, total },
      previous: page > 0 ? go(page - 1) : undefined,
      next: last < total ? go(page + 1) : undefined,
    });
  }

  /** Metrics that can be chosen: those that the back end answers and the host allows, or that `data` holds. */
  #offered(catalog: Catalog): string[] {
    return this.data ? heldMetrics(this.data) : offeredMetrics(catalog, this.choices);
  }

  #renderChooser(view: DetailView | undefined, said: DetailTexts): TemplateResult {
    const { shown } = this;
    const chosen = view ? [...new Set(view.columns.map(({ metric }) => metric))] : this.#chosen;
    const offered = shown ? inOrder([...this.#offered(shown.catalog), ...chosen], this.metrics ?? [], []) : chosen;
    const order = view?.order ?? '';
    return columnChooser({
      ...{ texts: said, chosen, order },
      offered: offered.map((id) => ({
        id,
        name: shown ? metricLabel(metricOf(shown.catalog, id), said) : id,
        isFixed: chosen.length === 1 && chosen[0] === id,
        order: chosen.includes(id) ? id : undefined,
      })),
      isUsual: this.columns === undefined,
      sort: view && ((to) => this.#handleOrder(to, this.#nameOf(columnOfOrder(to), view))),
      choose: this.#handleColumns,
    });
  }

  #actions(view: DetailView | undefined, said: DetailTexts): Action[] {
    const sorted = view?.columns.find(({ id }) => id === columnOfOrder(view.order)) ?? view?.columns[0];
    const run = (): void => void this.download();
    return [
      ...(view ? [{ id: 'csv', icon: 'download', label: said.get('action.csv'), run }] : []),
      ...(sorted ? this.definitionAction(sorted.metric, said) : []),
      ...this.refreshAction(said),
    ];
  }
}
