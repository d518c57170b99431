import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { BreakdownReport, CompareKind, Range, SummaryReport, TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { systemTimers, type Timers } from '#client/timers.js';
import { type LiveChartMessages, liveChartTexts } from '#i18n/live-chart/section.js';
import type { Missing } from '../base/asking-element.js';
import { barListStyles } from '../base/bar-list.styles.js';
import { DropDownController } from '../base/drop-down-controller.js';
import { dropDownStyles } from '../base/drop-down.styles.js';
import { longNameStyles } from '../base/long-name.styles.js';
import { property } from '../base/property.js';
import { rangeQuery } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { PageSelectEvent } from '../page-table/events.js';
import { keepLast } from '../trend-chart/keep-last.js';
import { type TrendLook, TrendWidget } from '../trend-chart/trend-widget.js';
import { ComparisonChangeEvent, SpanChangeEvent } from './events.js';
import { liveChartStyles } from './live-chart.styles.js';
import { livePages } from './live-pages.js';
import { askLive, type LiveAnswer, type LiveQuestion, liveQuestion, ofPage } from './live-question.js';
import { liveTools } from './live-tools.js';
import { type LiveWindow, liveWindow, type Span } from './live-window.js';
import { dueOf } from './news.js';
import { NewsController } from './news-controller.js';

type Words = WidgetTexts<LiveChartMessages>;

/** A longer list is a table's. */
const MOST_PAGES = 50;

/**
 * What happens now: visits and users of all pages or of one, over the last minutes or hours, with a second period to
 * compare, and the pages behind it. It knows from each answer when there can be news, asks then and not before, and
 * rests while nobody can see it. News come in quietly: what is pointed at, the focus, the zoom and the chart itself stay.
 *
 * @summary Visits and users of the last minutes and hours.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the chart shows it by itself.
 * @fires {PageSelectEvent} page-select - Somebody put a page into the chart, or all of them (`page` is `null`).
 * @fires {SpanChangeEvent} span-change - Somebody chose another stretch of time.
 * @fires {ComparisonChangeEvent} comparison-change - Somebody chose another period to compare with.
 * @fires {GranularityChangeEvent} granularity-change - Somebody chose another length of buckets.
 * @fires {PointSelectEvent} point-select - Somebody clicked on a bucket, or pressed Enter on it.
 * @fires {LineToggleEvent} line-toggle - Somebody switched a line on or off.
 * @fires {ZoomChangeEvent} zoom-change - Somebody zoomed in on a stretch, or back; preventing it keeps the chart as it is.
 * @csspart frame - The sheet.
 * @csspart head - Title, legend and switch.
 * @csspart body - Choices, plot or table, and pages.
 * @csspart foot - Freshness and actions.
 * @csspart legend - The lines and their totals.
 * @cssprop [--ma-chart-height=280px] - Height of the plot.
 * @cssprop [--ma-chart-height-narrow=220px] - Height of the plot in a widget under 480 px.
 * @example
 * <ma-live-chart base-url="https://metrics.example" app="lantern-tea" span="3_hours"></ma-live-chart>
 */
export class MaLiveChart extends TrendWidget<LiveQuestion, LiveAnswer, LiveChartMessages> {
  static override styles = [...TrendWidget.styles, longNameStyles, barListStyles, dropDownStyles, liveChartStyles];

  readonly #drops = new DropDownController(this, this.popovers);
  /** When it was asked last: until then its window reaches. */
  #askedAt: number | undefined;
  /** Whether it was asked by the clock and not by somebody. */
  #isQuiet = false;

  /** How long before now it reaches: `30_minutes`, `1_hour` (default), `3_hours`, `6_hours`, `24_hours`; or `start` and `end`. */
  @property({ useDefault: true }) span: Span = '1_hour';

  /** The path of a page; default all pages. */
  @property() page: string | undefined;

  /** How many pages are listed; 0 leaves the list out. */
  @property({ type: Number, attribute: 'page-limit', useDefault: true }) pageLimit = 7;

  /** Names the chart otherwise than “Live”. */
  @property() label: string | undefined;

  /** A summary report for totals, beside `data`. */
  @property({ attribute: false }) summary: SummaryReport | undefined;

  /** A breakdown of `page_path`, beside `data`. */
  @property({ attribute: false }) pages: BreakdownReport | undefined;

  /** Clock and timers; default the device's. */
  @property({ attribute: false }) timers: Timers | undefined;

  readonly #givenOf = keepLast(
    (
      trend: TrendReport | undefined,
      summary: SummaryReport | undefined,
      pages: BreakdownReport | undefined,
    ): LiveAnswer | undefined => trend && { trend, summary, pages },
  );

  constructor() {
    super(liveChartTexts);
    new NewsController(this, {
      due: () => this.#due(),
      timers: () => this.#timers,
      ask: () => this.#askForNews(),
    });
  }

  /** Asks again, up to now. */
  override refresh(): void {
    this.#isQuiet = false;
    this.#askedAt = undefined;
    super.refresh();
  }

  protected override given(): LiveAnswer | undefined {
    return this.#givenOf(this.data, this.summary, this.pages);
  }

  protected override question(settings: ScopeSettings): LiveQuestion | Missing {
    const limit = Math.min(MOST_PAGES, Math.max(0, Math.floor(this.pageLimit) || 0));
    return liveQuestion(settings, { ...this.#window(settings), page: this.page, limit });
  }

  protected override answer(client: Client, question: LiveQuestion, options: AskOptions): Promise<LiveAnswer> {
    return askLive(client, question, options);
  }

  protected override within({ scope, page, trend: { start, end } }: LiveQuestion) {
    const settings = { ...this.settingsInForce, start, end, range: undefined };
    return { scope, query: ofPage(rangeQuery(settings), page) };
  }

  /** What a visit is; of users, each widget of the scope says it. */
  protected override explained(): string | undefined {
    return 'visits';
  }

  /** News do not dim what is on show, and are not called out. */
  protected override get state() {
    const state = super.state;
    return this.#isQuiet && state.body === 'data' ? { ...state, isRefreshing: false } : state;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('span') || changed.has('start') || changed.has('end') || changed.has('page')) this.#isQuiet = false;
    super.willUpdate(changed);
  }

  protected override look(texts: Words | undefined): TrendLook {
    const { granularities } = this.#window(this.settingsInForce);
    return { label: this.label ?? (this.titleBefore(texts) || undefined), legendLength: 2, granularities };
  }

  protected override titleBefore(texts: Words | undefined): string {
    if (!texts) return '';
    const page = this.#pageOnShow;
    return page === undefined ? texts.get('live.title') : texts.get('live.titleOf', { page });
  }

  protected override renderBody(room: TemplateResult, texts: Words | undefined): unknown {
    const hasPages = this.#hasPages;
    return html`${texts && !this.given() ? this.#renderTools(texts) : nothing}
      <div class="live ${hasPages ? 'with-pages' : ''}">
        <div class="live-plot">${room}</div>
        ${texts && hasPages ? this.#renderPages(texts) : nothing}
      </div>`;
  }

  get #timers(): Timers {
    return this.timers ?? systemTimers;
  }

  get #now(): number {
    return (this.settings.now ?? this.#timers.now)();
  }

  /** Until another page has come, the one before is on show. */
  get #pageOnShow(): string | undefined {
    const { question } = this.shown ?? {};
    return question ? question.page : this.page;
  }

  get #hasPages(): boolean {
    const { body } = this.state;
    if (this.given()) return this.pages !== undefined;
    return this.pageLimit > 0 && (body === 'data' || body === 'pending');
  }

  get #timezone(): string {
    const meta = this.shown && this.meta(this.shown.answer);
    return this.settings.timezone ?? meta?.timezone ?? 'UTC';
  }

  /** Up to the moment at which it was asked last, so that the question stays the same until there are news. */
  #window(settings: ScopeSettings): LiveWindow {
    this.#askedAt ??= this.#now;
    return liveWindow(settings, this.span, this.#askedAt, this.#timezone);
  }

  #due(): number | undefined {
    if (!this.asked || !this.isNear || this.isAsking) return undefined;
    const { shown, failure } = this;
    const isFixed = this.#window(this.settingsInForce).span === undefined;
    return dueOf(shown && { meta: this.meta(shown.answer), at: shown.at }, failure, isFixed);
  }

  #askForNews(): void {
    this.refresh();
    this.#isQuiet = true;
  }

  #renderTools(texts: Words): TemplateResult {
    const { settingsInForce: settings } = this;
    const { range, span } = this.#window(settings);
    return liveTools({
      ...{ texts, drops: this.#drops, timezone: this.#timezone, range, span },
      compare: settings.compareStart ? undefined : settings.compare?.[0],
      compareStart: settings.compareStart,
      chooseSpan: (span) => this.#chooseSpan(span),
      chooseRange: (range) => this.#chooseRange(range),
      chooseComparison: (kind) => this.#chooseComparison(kind),
      chooseCompareStart: (start) => this.#chooseCompareStart(start),
    });
  }

  #renderPages(texts: Words): TemplateResult {
    const isPending = this.state.body === 'pending';
    const report = this.shown?.answer.pages;
    return livePages({
      ...{ texts, report, page: this.#pageOnShow, limit: this.pageLimit },
      hasFailed: !isPending && !report,
      formats: this.formats(texts),
      choose: (page, app) => this.#choosePage(page, app),
    });
  }

  #choosePage(page: string | undefined, app: string | undefined): void {
    this.page = page;
    this.dispatchEvent(new PageSelectEvent(page ?? null, app));
  }

  #chooseSpan(span: Span): void {
    this.span = span;
    this.start = this.end = this.#askedAt = undefined;
    this.dispatchEvent(new SpanChangeEvent(span));
  }

  #chooseRange({ start, end }: Range): void {
    [this.start, this.end] = [start, end];
    this.dispatchEvent(new SpanChangeEvent(undefined, start, end));
  }

  #chooseComparison(kind: CompareKind | undefined): void {
    this.compare = kind ? [kind] : [];
    this.compareStart = undefined;
    this.dispatchEvent(new ComparisonChangeEvent(kind));
  }

  #chooseCompareStart(start: string): void {
    this.compare = undefined;
    this.compareStart = start;
    this.dispatchEvent(new ComparisonChangeEvent(undefined, start));
  }
}
