import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ComparisonKind, Meta, RangeQuery, SummaryReport, TrendReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { type OverviewRow, overviewRows } from '#charts/overview.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { type OverviewTableMessages, overviewTableTexts } from '#i18n/overview-table/section.js';
import type { Action } from '../base/actions.js';
import type { Missing } from '../base/asking-element.js';
import type { PartValues } from '../base/explanation-controller.js';
import { labelledRows } from '../base/labelled-rows.styles.js';
import { message } from '../base/message.js';
import { isPartial } from '../base/partial.js';
import { property } from '../base/property.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { setStyle } from '../base/set-style.js';
import { tableStyles } from '../base/table.styles.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { Widget } from '../base/widget.js';
import { words } from '../base/words.js';
import { saveOverview } from './overview-file.js';
import {
  askOverview,
  dayWeekMonth,
  type OverviewAnswer,
  type OverviewQuestion,
  overviewQuestion,
  usualMetrics,
} from './overview-question.js';
import { overviewTable } from './overview-rows.js';
import { overviewTableStyles } from './overview-table.styles.js';

type Words = WidgetTexts<OverviewTableMessages>;

/**
 * Yesterday's figures, each against the day before, the same day a week and a month ago, with a mark that tells where the
 * day lies between the lowest and the highest of the last 30 days.
 *
 * @summary Some metrics against day, week and month.
 *
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the table says so by itself.
 *
 * @csspart frame - The sheet.
 * @csspart head - Title and context.
 * @csspart body - The table, or what is said in its place.
 * @csspart table - What scrolls where the table is wider than its room.
 * @csspart foot - Freshness and actions.
 *
 * @example
 * <ma-overview-table base-url="https://metrics.example" app="lantern-tea"></ma-overview-table>
 */
export class MaOverviewTable extends Widget<OverviewQuestion, OverviewAnswer, OverviewTableMessages> {
  static override styles = [...Widget.styles, tableStyles, labelledRows(559), overviewTableStyles];

  /** Ids of the metrics in their order, separated by commas. Default: `opens visits active_users new_users shares sharers`. */
  @property({ converter: words }) metrics: readonly string[] | undefined;

  /** Leaves out low and high, and does not ask for the history. */
  @property({ type: Boolean, attribute: 'no-history' }) noHistory = false;

  /** The title; default “All metrics” in the widget's language. */
  @property() heading: string | undefined;

  /** A summary report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: SummaryReport | undefined;

  /** A trend report by day for low and high, beside `data`. */
  @property({ attribute: false }) history: TrendReport | undefined;

  #given: OverviewAnswer | undefined;

  constructor() {
    super(overviewTableTexts);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data') || changed.has('history')) {
      this.#given = this.data && { summary: this.data, history: this.history };
    }
    super.willUpdate(changed);
  }

  /** Every metric with what it is compared with, unrounded, as a CSV file. */
  async download(): Promise<void> {
    const { shown, words: texts } = this;
    if (!shown || !texts) return;
    const { answer, catalog } = shown;
    const { summary } = answer;
    const { kinds, rows } = this.#table(answer);
    await saveOverview({ summary, rows, kinds, catalog, texts, formats: this.formats(texts) });
  }

  protected override given(): OverviewAnswer | undefined {
    return this.#given;
  }

  protected override question(settings: ScopeSettings): OverviewQuestion | Missing {
    const metrics = this.metrics ?? usualMetrics;
    if (metrics.length === 0) return 'metric';
    return overviewQuestion(metrics, settings, this.compare ?? dayWeekMonth, !this.noHistory) ?? 'app';
  }

  protected override ask(client: Client, question: OverviewQuestion, options: AskOptions): Promise<OverviewAnswer> {
    return askOverview(client, question, options);
  }

  protected override subject({ scope }: OverviewQuestion): string {
    return scope;
  }

  protected override within({ scope, summary }: OverviewQuestion): { scope: Scope; query: RangeQuery } {
    const { metrics: _, compare: _compared, ...query } = summary;
    return { scope, query };
  }

  protected override knownValues({ summary }: OverviewAnswer): PartValues {
    return new Map(summary.metrics.map(({ metric, value }) => [metric, value]));
  }

  protected override meta({ summary }: OverviewAnswer): Meta {
    return summary.meta;
  }

  protected override isEmpty({ summary }: OverviewAnswer): boolean {
    return summary.metrics.length === 0;
  }

  #table({ summary, history }: OverviewAnswer): { kinds: ComparisonKind[]; rows: OverviewRow[] } {
    const kinds = summary.metrics.flatMap(({ comparisons }) => comparisons.map(({ kind }) => kind));
    return { kinds: [...new Set(kinds)], rows: overviewRows(summary, history, this.metrics) };
  }

  protected override renderWidget(texts: Words | undefined): TemplateResult {
    const heading = this.heading ?? texts?.get('overview.title') ?? '';
    return this.renderFrame(
      {
        label: heading,
        head: this.#renderHead(heading, texts),
        body: this.#renderBody(heading, texts),
        actions: this.#actions(texts),
      },
      texts,
    );
  }

  #renderHead(heading: string, texts: Words | undefined): TemplateResult {
    const meta = this.shown?.answer.summary.meta;
    const formats = texts && this.formats(texts);
    const partial =
      texts && formats && meta && isPartial(meta)
        ? html`<span>${texts.get('overview.partial', { time: formats.time(meta.data_as_of) })}</span>`
        : nothing;
    return html`<div class="titles">
      <h2>${heading || html`&nbsp;`}</h2>
      <p class="context">
        ${meta?.range && formats ? html`<span>${formats.range(meta.range)}</span>${partial}` : nothing}
      </p>
    </div>`;
  }

  #renderBody(label: string, texts: Words | undefined): TemplateResult {
    const { shown, state: now } = this;
    const count = (this.metrics ?? usualMetrics).length;
    if (!texts || now.body === 'pending') return this.#renderBones(count);
    if (now.body !== 'data' || !shown) {
      return html`<div class="said" ${setStyle({ '--rows': count + 1 })}>${message(this.stateMessage(texts))}</div>`;
    }
    const { answer, catalog } = shown;
    return overviewTable({
      ...answer,
      ...this.#table(answer),
      ...{ catalog, texts, label, formats: this.formats(texts) },
      explain: (metric, anchor) => void this.explain(metric, anchor),
    });
  }

  #renderBones(count: number): TemplateResult {
    const row = html`<tr role="row">
      <td role="cell" class="lead"><i class="bone"></i></td>
      <td role="cell" class="main"><i class="bone"></i></td>
      ${[0, 1, 2].map(() => html`<td role="cell" class="number change"><i class="bone"></i></td>`)}
    </tr>`;
    return html`<table role="table" aria-hidden="true">
      <thead>
        <tr>
          <th class="lead" colspan="5">&nbsp;</th>
        </tr>
      </thead>
      <tbody class="skeleton">
        ${Array.from({ length: count }, () => row)}
      </tbody>
    </table>`;
  }

  #actions(texts: Words | undefined): Action[] {
    if (!texts) return [];
    const csv: Action = {
      id: 'csv',
      icon: 'download',
      label: texts.get('action.csv'),
      run: () => void this.download(),
    };
    return [...(this.shown ? [csv] : []), ...this.refreshAction(texts)];
  }
}
