import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog, EventMeasure, EventReport, Meta, Range } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { chosenGroups, EVENT_METRIC, eventSummary, eventTrend, groupId } from '#charts/event-trend.js';
import { localDay } from '#format/local-day.js';
import { eventAnalysisTexts } from '#i18n/event-analysis/section.js';
import { filterRangeTexts } from '#i18n/filter-range/section.js';
import { filterRowsTexts } from '#i18n/filter-rows/section.js';
import { pickTexts } from '#i18n/pick/section.js';
import { joined } from '#i18n/section.js';
import type { Texts } from '#i18n/texts.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Action } from '../base/actions.js';
import type { Missing, Shown } from '../base/asking-element.js';
import { barListStyles } from '../base/bar-list.styles.js';
import { DropDownController } from '../base/drop-down-controller.js';
import { dropDownStyles } from '../base/drop-down.styles.js';
import { FileController } from '../base/file-controller.js';
import { FilterRows } from '../base/filter-rows.js';
import { filterRowsStyles } from '../base/filter-rows.styles.js';
import { longNameStyles } from '../base/long-name.styles.js';
import type { Message } from '../base/message.js';
import { popoverFormStyles } from '../base/popover-form.styles.js';
import { property } from '../base/property.js';
import { rangeQuery } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { WidgetParts } from '../base/widget.js';
import { words } from '../base/words.js';
import type { DaysDialog } from '../filter-bar/days-dialog.js';
import { daysOfRange } from '../filter-bar/range-days.js';
import { keepLast } from '../trend-chart/keep-last.js';
import { type TrendLook, TrendWidget } from '../trend-chart/trend-widget.js';
import { eventAnalysisStyles } from './event-analysis.styles.js';
import { EventAnswers } from './event-answers.js';
import { type EventBars, eventBars } from './event-bars.js';
import { QueryChangeEvent } from './events.js';
import {
  ALL_GROUPS,
  type EventAnalysisQuery,
  type EventAnswer,
  type EventQuestion,
  eventGranularities,
  eventQuestion,
  isOfField,
  MOST_GROUPS,
  toGroupBy,
  toMeasure,
} from './event-query.js';
import type { EventView } from './event-view.js';
import {
  type EventMessages,
  type EventSubject,
  type EventTexts,
  groupName,
  titleOf,
  withMeasure,
} from './event-words.js';

const texts = joined(joined(joined(eventAnalysisTexts, pickTexts), filterRowsTexts), filterRangeTexts);
/** A trend by the hour over more days than this is a blur. */
const MOST_DAYS_BY_HOUR = 31;
const usualLimit = 12;

/**
 * Asks questions of one event: how often, by how many users, or what a numeric field of it comes to; grouped by up to two
 * fields, filtered, by hour or day or as a whole. The form above changes the question; the answer is a chart, the table
 * that says the same, and each group over the whole range. Queries that were asked before are one click back. A host that
 * wants one fixed analysis sets the attributes and `no-form`.
 *
 * @summary Questions about one event.
 * @fires {QueryChangeEvent} query-change - Somebody changed what is asked.
 * @fires {GranularityChangeEvent} granularity-change - Somebody chose another length of buckets.
 * @fires {PointSelectEvent} point-select - Somebody clicked on a bucket, or pressed Enter on it.
 * @fires {LineToggleEvent} line-toggle - Somebody switched a line on or off.
 * @fires {ZoomChangeEvent} zoom-change - Somebody zoomed in on a stretch, or back; preventing it keeps the chart as it is.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the widget shows it by itself.
 * @csspart frame - The sheet.
 * @csspart head - The form, title, legend and switch.
 * @csspart body - The plot, or the table, and the groups.
 * @csspart foot - Freshness and actions.
 * @csspart legend - The lines that carry no name at their end.
 * @csspart table - The table of groups.
 * @cssprop [--ma-chart-height=280px] - Height of the plot.
 * @cssprop [--ma-chart-height-narrow=220px] - Height of the plot in a widget under 480 px.
 * @example
 * <ma-event-analysis base-url="https://metrics.example" app="lantern-tea" event="add_to_cart" group-by="province"></ma-event-analysis>
 */
export class MaEventAnalysis extends TrendWidget<EventQuestion, EventAnswer, EventMessages, EventReport> {
  static override styles = [
    ...TrendWidget.styles,
    dropDownStyles,
    filterRowsStyles,
    popoverFormStyles,
    barListStyles,
    longNameStyles,
    eventAnalysisStyles,
  ];

  readonly #form = this.kit(() => import('./event-kit.js'));
  readonly #daysKit = this.kit(() => import('../filter-bar/days-kit.js'));
  readonly #drops = new DropDownController(this, this.popovers);
  readonly #filters = new FilterRows(
    this,
    this.popovers,
    this.kit(() => import('../base/filter-kit.js')),
  );
  readonly #answers = new EventAnswers(this);
  readonly #file = new FileController(this);
  #days: DaysDialog | undefined;
  #wasNear = false;
  #made:
    { readonly from: Shown<EventQuestion, EventAnswer>; readonly shown: Shown<EventQuestion, EventAnswer> } | undefined;

  /** The name of the event. */
  @property() event: string | undefined;

  /** What is counted: `total` (default), `users`, `per_user`, or `sum`, `avg`, `min`, `max` of `field`. */
  @property() measure: EventMeasure | undefined;

  /** The numeric field of `sum avg min max`. */
  @property() field: string | undefined;

  /** Up to two fields to group by, separated by commas. */
  @property({ attribute: 'group-by', converter: words }) groupBy: readonly string[] | undefined;

  /** The groups to show, each as the JSON of its key, such as `["Zhejiang"]`; at most 12. Default the first of them. */
  @property({ attribute: false }) groups: readonly string[] | undefined;

  /** How many groups are shown at first, 1 to 12; the rest is one more, `others`. */
  @property({ type: Number, useDefault: true }) limit = usualLimit;

  /** Names the analysis otherwise than after its event. */
  @property() label: string | undefined;

  /** Leaves out the form, for an analysis that its host has fixed. */
  @property({ type: Boolean, attribute: 'no-form' }) noForm = false;

  readonly #givenOf = keepLast((report: EventReport | undefined) => report && answerOf(report));

  readonly #make = keepLast(
    (from: Shown<EventQuestion, EventAnswer>, words: EventTexts, name: string, ids: string | undefined) => {
      const { report } = from.answer;
      const subject = { ...this.#subject, name };
      const chosen = chosenGroups(report, ids === undefined ? undefined : (JSON.parse(ids) as string[]));
      const of = { groupBy: subject.groupBy, catalog: from.catalog, texts: words };
      const trend = eventTrend(chosen, (key) => groupName(key, of));
      const catalog = withMeasure(from.catalog, subject, words);
      return { ...from, catalog, answer: { ...from.answer, report: chosen, trend } };
    },
  );

  constructor() {
    super(texts);
    this.addEventListener('granularity-change', () => this.dispatchEvent(new QueryChangeEvent(this.query)));
  }

  /** What is asked, as one plain value: that of a past query, too. Set, it fires nothing. */
  @property({ attribute: false })
  get query(): EventAnalysisQuery {
    const { event, field, groups, filters, range, start, end } = this;
    const granularity = eventGranularities.find((one) => one === this.granularity);
    const measure = this.measure && toMeasure(this.measure);
    const all = { event, measure, field, group_by: this.groupBy, filters, range, start, end, granularity, groups };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  set query(query: EventAnalysisQuery | undefined) {
    const { event, measure, field, group_by: groupBy, filters, range, start, end, granularity, groups } = query ?? {};
    Object.assign(this, { event, measure, field, groupBy, filters, range, start, end, granularity, groups });
  }

  /** The analysis as it is shown, unrounded, as a CSV file. */
  async download(): Promise<void> {
    const bars = this.words && this.#bars(this.words);
    if (bars) await this.#file.save(async () => (await import('./file-kit.js')).eventFile(bars));
  }

  protected override given(): EventAnswer | undefined {
    return this.#givenOf(this.data);
  }

  protected override question(settings: ScopeSettings): EventQuestion | Missing {
    const { measure, field, groupBy } = this.#subject;
    const limit = this.#chosen ? ALL_GROUPS : this.#limit;
    return eventQuestion(settings, {
      ...{ event: this.event, measure, field, groupBy, limit },
      granularity: settings.granularity,
    });
  }

  protected override async answer(client: Client, of: EventQuestion, options: AskOptions): Promise<EventAnswer> {
    return answerOf(await client.event(of.scope, of.event, options));
  }

  protected override subject({ scope, event }: EventQuestion): string {
    return JSON.stringify([scope, event.event, event.measure, event.field, event.group_by]);
  }

  protected override meta({ report }: EventAnswer): Meta {
    return report.meta;
  }

  /** An event that never came is told in words; a sum of nothing is no number. */
  protected override isEmpty({ report }: EventAnswer): boolean {
    return report.totals.every(({ value }) => value === null || (value === 0 && !isOfField(toMeasure(this.measure))));
  }

  protected override within({ scope, event }: EventQuestion) {
    return { scope, query: rangeQuery(this.settingsInForce, { range: event.range ?? 'last_7_days' }) };
  }

  /** The value is always known, so that nothing is asked to explain it. */
  protected override knownValues({ report }: EventAnswer) {
    const only = report.totals.length === 1 ? report.totals[0] : undefined;
    return new Map([[EVENT_METRIC, only?.value ?? null]]);
  }

  protected override explained(): string {
    return EVENT_METRIC;
  }

  protected override titleBefore(words: EventTexts | undefined): string {
    if (!words) return '';
    return this.event || this.given() ? titleOf(this.#subject, this.#catalog, words) : words.get('event.analysis');
  }

  protected override look(words: EventTexts | undefined): TrendLook {
    const { groupBy } = this.#subject;
    return {
      label: this.label ?? (this.titleBefore(words) || undefined),
      ...(groupBy.length > 0 && { breakdownBy: groupBy.join(), legendLength: 3 }),
      areChosen: this.#chosen !== undefined,
      granularities: eventGranularities.filter((one) => one !== 'hour' || this.#isShort),
    };
  }

  protected override stateMessage(base: Texts<BaseMessages>): Message {
    const said = super.stateMessage(base);
    const { words, state } = this;
    if (!words) return said;
    if (state.missing === 'metric') {
      const key = this.event ? 'event.noField' : 'event.idle';
      return { ...said, title: words.get(key), hint: words.get(`${key}.hint`) };
    }
    return state.body === 'empty' ? { ...said, title: words.get('event.empty') } : said;
  }

  protected override renderWidget(words: EventTexts | undefined): TemplateResult {
    this.#wasNear ||= this.isNear;
    if (words && this.shown) {
      const from = this.shown === this.#made?.shown ? this.#made.from : this.shown;
      const shown = this.#make(from, words, this.#subject.name, this.#chosen && JSON.stringify(this.#chosen));
      this.#made = { from, shown };
      this.shown = shown;
    }
    return super.renderWidget(words);
  }

  protected override renderFrame(parts: WidgetParts, base: Texts<BaseMessages> | undefined): TemplateResult {
    const head = html`${this.#renderForm()}${parts.head}`;
    return super.renderFrame({ ...parts, head, actions: this.#actionsOf(parts.actions) }, base);
  }

  protected override renderBody(room: TemplateResult, words: EventTexts | undefined): unknown {
    const bars = words && this.state.body === 'data' ? this.#bars(words) : undefined;
    if (!bars) return room;
    if (this.#isWhole) return html`<div class="whole-range">${eventBars(bars)}</div>`;
    return bars.subject.groupBy.length > 0 ? html`${room}${eventBars(bars)}` : room;
  }

  protected override renderOverlay(words: EventTexts): unknown {
    const { settingsInForce: settings } = this;
    const catalog = this.#catalog;
    if (this.popovers.open !== 'days' || !this.#days || !catalog) return undefined;
    const { limits } = catalog;
    const apply = ({ start, end }: Range): void => {
      this.popovers.close();
      this.#change({ range: undefined, start, end });
    };
    return this.#days.render(
      {
        ...{ label: words.get('filter.range'), today: this.#today(catalog), profile: settings.profile, apply },
        most: settings.granularity === 'hour' ? limits.max_days : limits.max_analysis_days,
        days: this.#answers.bar.days(settings),
      },
      { catalog, formats: this.formats(words), texts: words }, // its texts have come with the dialog
    );
  }

  get #subject(): EventSubject {
    const { event = '', settingsInForce: settings } = this;
    const name = this.#hasForm ? this.#answers.names.displayName(settings, event) : undefined;
    const measure = toMeasure(this.measure);
    return { name: name ?? event, measure, field: isOfField(measure) ? this.field : undefined, groupBy: this.#groupBy };
  }

  get #groupBy(): readonly string[] {
    return toGroupBy(Array.isArray(this.groupBy) ? (this.groupBy as string[]) : undefined);
  }

  /** None chosen is no choice. */
  get #chosen(): readonly string[] | undefined {
    return Array.isArray(this.groups) && this.groups.length > 0 ? this.groups.slice(0, MOST_GROUPS) : undefined;
  }

  get #limit(): number {
    return Math.min(MOST_GROUPS, Math.max(1, Math.floor(this.limit) || usualLimit));
  }

  get #isWhole(): boolean {
    return this.shown?.answer.report.meta.granularity === 'all';
  }

  get #isShort(): boolean {
    const { start, end } = daysOfRange(this.settingsInForce, '2000-01-31') ?? {};
    return !start || !end || (Date.parse(end) - Date.parse(start)) / 86_400_000 < MOST_DAYS_BY_HOUR;
  }

  /** There is somebody to ask, who may be asked, and something to be chosen. */
  get #hasForm(): boolean {
    const { missing, body } = this.state;
    return !this.noForm && !this.data && missing !== 'client' && missing !== 'app' && body !== 'forbidden';
  }

  get #catalog(): Catalog | undefined {
    const { settingsInForce: settings } = this;
    const asked =
      this.#hasForm && this.#wasNear && settings.client ? this.#answers.bar.catalog(settings).answer : undefined;
    return settings.catalog ?? asked ?? this.catalogInForce;
  }

  #today({ default_timezone: zone }: Catalog): string {
    const { now = Date.now, timezone = zone } = this.settingsInForce;
    return localDay(now(), timezone);
  }

  #bars(words: EventTexts): EventBars | undefined {
    if (!this.shown) return undefined;
    const { answer, catalog } = this.shown;
    const title = this.label ?? this.titleBefore(words);
    return {
      report: answer.report,
      subject: this.#subject,
      title,
      catalog,
      texts: words,
      formats: this.formats(words),
    };
  }

  #actionsOf(actions: readonly Action[]): Action[] {
    return actions
      .filter(({ id }) => !this.#isWhole || (id !== 'view' && id !== 'png'))
      .map((action) => (action.id === 'csv' ? { ...action, run: () => void this.download() } : action));
  }

  readonly #change = (change: Partial<EventAnalysisQuery>): void => {
    const before = JSON.stringify(this.query);
    this.query = { ...this.query, ...change };
    if (JSON.stringify(this.query) !== before) this.dispatchEvent(new QueryChangeEvent(this.query));
  };

  readonly #openDays = async (): Promise<void> => {
    const { DaysDialog: Dialog } = await this.#daysKit.ready();
    const catalog = this.#catalog;
    const anchor = this.shadowRoot?.querySelector<HTMLElement>('[data-pick=range]');
    if (!catalog || !anchor) return;
    this.#days ??= new Dialog(this);
    const { range = 'last_7_days', start, end } = this.settingsInForce;
    await this.#days.start(daysOfRange({ range, start, end }, this.#today(catalog)), false);
    this.popovers.toggle('days', anchor);
  };

  #renderForm(): TemplateResult | typeof nothing {
    if (!this.#hasForm) return nothing;
    const { words } = this;
    const catalog = this.#catalog;
    const kit = this.#wasNear ? this.#form.parts : undefined;
    if (!words || !kit || !catalog) return html`<i class="bone ask-bone" aria-hidden="true"></i>`;
    return kit.eventForm(this.#view(words, catalog), this.#limit);
  }

  #view(words: EventTexts, catalog: Catalog): EventView {
    const { settingsInForce: settings } = this;
    const question = this.question(settings);
    return {
      ...{ texts: words, catalog, settings, formats: this.formats(words), query: this.query, event: this.event },
      ...{ answers: this.#answers, drops: this.#drops, filters: this.#filters, subject: this.#subject },
      question: typeof question === 'string' ? undefined : question,
      today: this.#today(catalog),
      answeredAt: this.shown?.at ?? 0,
      change: this.#change,
      openDays: () => void this.#openDays(),
    };
  }
}

/** An answer that is yet to be put into words: groups are called by their keys. */
function answerOf(report: EventReport): EventAnswer {
  return { report, trend: eventTrend(report, groupId), summary: eventSummary(report) };
}
