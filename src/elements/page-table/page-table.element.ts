import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { BreakdownReport, BreakdownRow, Meta, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { Formats } from '#format/formats.js';
import { type PageTableMessages, pageTableTexts } from '#i18n/page-table/section.js';
import { joined } from '#i18n/section.js';
import { type TableMessages, tableTexts } from '#i18n/table/section.js';
import type { Action } from '../base/actions.js';
import type { Missing } from '../base/asking-element.js';
import { cellBarStyles } from '../base/cell-bar.styles.js';
import { type ColumnChooser, columnChooser, columnsButton } from '../base/column-chooser.js';
import { columnChooserStyles } from '../base/column-chooser.styles.js';
import type { PartValues } from '../base/explanation-controller.js';
import { FileController } from '../base/file-controller.js';
import { labelledRows } from '../base/labelled-rows.styles.js';
import { message } from '../base/message.js';
import { pagingRow } from '../base/paging.js';
import { pagingStyles } from '../base/paging.styles.js';
import { property, state } from '../base/property.js';
import { rangeQuery, scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { columnOfOrder, sortedText, turnedOrder } from '../base/sort-head.js';
import { ColumnsChangeEvent, SortChangeEvent } from '../base/table-events.js';
import { longNameStyles } from '../base/long-name.styles.js';
import { tableStyles } from '../base/table.styles.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { Widget } from '../base/widget.js';
import { words } from '../base/words.js';
import { PageSelectEvent, SearchChangeEvent } from './events.js';
import {
  chosenColumns,
  mainColumn,
  metricOfColumn,
  offeredColumns,
  pageColumnIds,
  type PageColumnId,
  usualColumns,
  usualColumnsAt,
} from './page-columns.js';
import type { PageDetail } from './page-detail.js';
import { contextPieces } from './page-context.js';
import { columnLabel, everyRow, fileName, fileRows } from './page-file.js';
import { pageMessage } from './page-message.js';
import { pageNameStyles } from './page-name.styles.js';
import { askPages, metricsOf, type PageQuestion } from './page-question.js';
import { PageReader } from './page-reader.js';
import { pageTable, wordless } from './page-rows.js';
import { searchField } from './page-search.js';
import { pageSearchStyles } from './page-search.styles.js';
import { pageTableStyles } from './page-table.styles.js';
import { shownColumns } from './shown-columns.js';
import { TypingController } from '../base/typing-controller.js';

type Messages = PageTableMessages & TableMessages;
type Words = WidgetTexts<Messages>;

const texts = joined(pageTableTexts, tableTexts);

/**
 * Every page of an app with its visits, visitors, stay, entries, exits, bounces and shares.
 *
 * @summary How each page performs: a table to sort, search, page through and download.
 *
 * @fires {PageSelectEvent} page-select - A page was chosen (with `selectable`). Where it is prevented, the page does not open
 *   in the table.
 * @fires {SortChangeEvent} sort-change - The table was sorted.
 * @fires {SearchChangeEvent} search-change - Something was looked for.
 * @fires {ColumnsChangeEvent} columns-change - Columns were chosen.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the table says so by itself.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Title, context, search and columns.
 * @csspart body - The table, or what is said in its place.
 * @csspart table - What scrolls where the table is wider than its room.
 * @csspart foot - Freshness, parts of the list, actions.
 *
 * @cssprop [--ma-page-table-max-height=none] - Height from which the rows scroll under their heads.
 *
 * @example
 * <ma-page-table base-url="https://metrics.example" app="lantern-tea" range="last_30_days"></ma-page-table>
 */
export class MaPageTable extends Widget<PageQuestion, BreakdownReport, Messages> {
  static override styles = [
    ...Widget.styles,
    tableStyles,
    columnChooserStyles,
    cellBarStyles,
    pagingStyles,
    labelledRows(719),
    longNameStyles,
    pageNameStyles,
    pageTableStyles,
    pageSearchStyles,
  ];

  /** A breakdown of `page_path` to show, instead of asking for one. Where it holds every row, it is sorted and searched here. */
  @property({ attribute: false }) data: BreakdownReport | undefined;

  /** The title; default “Pages” in the widget's language. */
  @property() heading: string | undefined;

  /**
   * Columns, separated by commas: `share page_visitors page_stay avg_page_duration entries exits exit_rate bounces
   * bounce_rate page_shares page_sharers`. The visits are always there. Default: the usual ones, fewer where it is narrow.
   */
  @property({ converter: words }) columns: readonly string[] | undefined;

  /** What the list is sorted by: a metric, `-` before it for descending. */
  @property({ useDefault: true }) order = `-${mainColumn}`;

  /** Shows only pages whose path holds this. */
  @property({ useDefault: true }) search = '';

  /** Rows in a part of the list, 1 to 1,000. */
  @property({ type: Number, attribute: 'page-size', useDefault: true }) pageSize = 10;

  /** Lets the reader choose a page, which fires `page-select` and opens its days and sources below its row. */
  @property({ type: Boolean }) selectable = false;

  /** What a screen reader is told of what its user has just done. */
  @state() private announcement = '';

  readonly #reader = new PageReader(this);
  readonly #typing = new TypingController(this);
  readonly #file = new FileController(this);
  readonly #details = this.kit(() => import('./detail-kit.js'));
  #detail: PageDetail | undefined;

  constructor() {
    super(texts);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#reader.followOwn();
    super.willUpdate(changed);
  }

  /** Every row as filtered and sorted, unrounded, as a CSV file. */
  async download(): Promise<void> {
    const { shown, asked: client, words: texts } = this;
    if (!shown || !texts) return;
    const { answer, question, catalog } = shown;
    await this.#file.save(async (signal) => {
      const report =
        client && question ? await everyRow(client, question, catalog, signal) : this.#reader.every(answer);
      const facts = { columns: this.#chosen, search: this.search.trim(), order: this.order, catalog };
      const rows = fileRows({ ...facts, report, texts, formats: this.formats(texts) });
      return { rows, name: fileName(report.meta, texts) };
    });
  }

  protected override given(): BreakdownReport | undefined {
    return this.data;
  }

  protected override question(settings: ScopeSettings): PageQuestion | Missing {
    const scope = scopeOf(settings);
    if (!scope) return 'app';
    const search = this.search.trim();
    const query = {
      ...rangeQuery(settings),
      dimension: 'page_path',
      metrics: metricsOf(this.#chosen, this.order),
      order: this.order,
      limit: this.#reader.size,
      ...(search && { search }),
    };
    this.#reader.follow(JSON.stringify([scope, query]));
    const { cursor, index } = this.#reader;
    return { scope, query: { ...query, ...(cursor !== undefined && { cursor }) }, index };
  }

  protected override ask(client: Client, question: PageQuestion, options: AskOptions): Promise<BreakdownReport> {
    return askPages(client, question, this.settingsInForce.catalog, options);
  }

  protected override subject({ scope }: PageQuestion): string {
    return scope;
  }

  protected override within({ scope }: PageQuestion): { scope: Scope; query: RangeQuery } {
    return { scope, query: rangeQuery(this.settingsInForce) };
  }

  protected override meta({ meta }: BreakdownReport): Meta {
    return meta;
  }

  protected override isEmpty(report: BreakdownReport): boolean {
    return this.#reader.part(report).rows.length === 0;
  }

  protected override knownValues({ totals }: BreakdownReport): PartValues {
    return new Map(Object.entries(totals.values));
  }

  get #chosen(): PageColumnId[] {
    return chosenColumns(this.columns ?? usualColumns);
  }

  /** Columns that can be chosen: those that the back end answers, or that `data` holds. */
  #offered(): PageColumnId[] {
    const { shown, data } = this;
    if (!shown) return [];
    return data
      ? pageColumnIds.filter((id) => data.totals.values[metricOfColumn(id)] !== undefined)
      : offeredColumns(shown.catalog);
  }

  /** Whether somebody can sort and search: the back end, or the table itself. */
  get #isOpen(): boolean {
    return this.asked !== undefined || this.#reader.isOwn;
  }

  readonly #handleOrder = (order: string): void => {
    const { words: said } = this;
    const metric = columnOfOrder(order);
    this.order = order;
    this.announcement = said ? sortedText(said.find(`pages.${metric}`) ?? metric, order, said) : '';
    this.dispatchEvent(new SortChangeEvent(order));
  };

  readonly #handleFind = (search: string, isFinal: boolean): void => {
    this.#typing.then(
      () => {
        if (search === this.search) return;
        this.search = search;
        this.dispatchEvent(new SearchChangeEvent(search));
      },
      isFinal || search === '',
    );
  };

  readonly #handleColumns = (columns: readonly PageColumnId[] | undefined): void => {
    this.columns = columns && chosenColumns(columns);
    const isSortShown = metricsOf(this.#chosen, `-${mainColumn}`).includes(columnOfOrder(this.order));
    if (!isSortShown) this.order = `-${mainColumn}`;
    this.dispatchEvent(new ColumnsChangeEvent(this.columns));
  };

  readonly #handleChoose = (page: BreakdownRow): void => {
    if (!this.dispatchEvent(new PageSelectEvent(page.key, page.app))) return;
    void this.#details
      .ready()
      .then(({ PageDetail }) => (this.#detail ??= new PageDetail(this)).toggle(page, this.asked));
  };

  protected override renderWidget(texts: Words | undefined): TemplateResult {
    if (!texts) return this.renderFrame({ label: '', ...wordless(this.#reader.size), actions: [] }, undefined);
    this.#detail?.beforeRender();
    const formats = this.formats(texts);
    const heading = this.heading ?? texts.get('pages.title');
    return this.renderFrame(
      {
        label: heading,
        head: this.#renderHead(heading, texts, formats),
        body: this.#renderBody(heading, texts, formats),
        paging: this.#renderPaging(texts, formats),
        actions: this.#actions(texts),
        ...(this.popovers.open === 'columns' && { overlay: columnChooser(this.#columnChooser(texts)) }),
      },
      texts,
    );
  }

  #renderHead(heading: string, texts: Words, formats: Formats): TemplateResult {
    const { shown, search } = this;
    const pieces = shown ? contextPieces(this.#reader.part(shown.answer), search.trim(), texts, formats) : [];
    return html`
      <div class="titles">
        <h2>${heading}</h2>
        <p class="context" role="status">
          ${this.state.body === 'pending' ? html`<i class="bone"></i>` : pieces.map((piece) => html`<span>${piece}</span>`)}
        </p>
        ${this.#file.isLost ? html`<p class="context lost" role="alert">${texts.get('table.fileFailed')}</p>` : nothing}
      </div>
      <p class="hidden-text" role="status">${this.announcement}</p>
      <div class="tools">
        ${searchField({ texts, search, isSearchable: this.#isOpen, find: this.#handleFind })}
        ${columnsButton(texts, this.popovers)}
      </div>
    `;
  }

  #renderBody(heading: string, texts: Words, formats: Formats): TemplateResult {
    const { shown, state: now, order } = this;
    const report = now.body === 'data' && shown ? this.#reader.part(shown.answer) : undefined;
    const clear = (): void => this.#handleFind('', true);
    const said = pageMessage(this.stateMessage(texts), now.body, this.search.trim(), clear, texts);
    const range = shown?.answer.meta.range;
    const columns = shownColumns(this.#chosen, {
      ...{ texts, formats, catalog: shown?.catalog, totals: shown?.answer.totals.values ?? {} },
      isUsual: this.columns === undefined,
      sorted: columnOfOrder(order),
    });
    const table = pageTable({
      ...{ texts, formats, report, order, columns, size: this.#reader.size },
      catalog: shown?.catalog,
      label: range ? texts.get('table.of', { title: heading, range: formats.range(range) }) : heading,
      largest: this.#reader.largest(report?.rows.map(({ values }) => values[mainColumn]) ?? []),
      sort: this.#isOpen ? (metric) => this.#handleOrder(turnedOrder(this.order, metric)) : undefined,
      choose: this.selectable ? this.#handleChoose : undefined,
      detail: this.#detail,
      shown,
      message: now.body === 'data' || now.body === 'pending' ? undefined : message(said),
    });
    // A bare table has no foot to page in.
    return html`${table}${this.bare ? this.#renderPaging(texts, formats) : nothing}`;
  }

  #renderPaging(texts: Words, formats: Formats): TemplateResult | typeof nothing {
    const { shown } = this;
    if (!shown || this.state.body !== 'data') return nothing;
    const place = this.#reader.place(this.#reader.part(shown.answer), shown.question?.index);
    return pagingRow({ ...place, texts, formats });
  }

  #columnChooser(texts: Words): ColumnChooser<PageColumnId> {
    const { order, shown } = this;
    return {
      ...{ texts, order },
      offered: this.#offered().map((id) => ({
        id,
        name: shown ? columnLabel(id, shown.catalog, texts) : '',
        isFixed: id === mainColumn,
        order: id === 'share' ? undefined : id,
      })),
      chosen: this.columns ? this.#chosen : usualColumnsAt(this.clientWidth, columnOfOrder(order)),
      isUsual: this.columns === undefined,
      sort: this.#isOpen ? this.#handleOrder : undefined,
      choose: this.#handleColumns,
    };
  }

  #actions(texts: Words): Action[] {
    const download = {
      id: 'csv',
      icon: 'download',
      label: texts.get('action.csv'),
      run: () => void this.download(),
    } as const;
    return [
      ...(this.shown ? [download] : []),
      ...this.definitionAction(columnOfOrder(this.order), texts),
      ...this.refreshAction(texts),
    ];
  }
}
