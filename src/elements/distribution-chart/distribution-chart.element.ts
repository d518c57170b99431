import { html, nothing, type TemplateResult } from 'lit';
import type { Meta } from '#contract/api.js';
import { MOST_PARTS } from '#charts/doughnut.js';
import type { RankRow } from '#charts/rank.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { type DistributionChartMessages, distributionChartTexts } from '#i18n/distribution-chart/section.js';
import { type RankMessages, rankTexts } from '#i18n/rank/section.js';
import { joined } from '#i18n/section.js';
import '../base/view-icons.js';
import type { Action } from '../base/actions.js';
import type { Missing } from '../base/asking-element.js';
import { barListStyles } from '../base/bar-list.styles.js';
import type { PartValues } from '../base/explanation-controller.js';
import { growthMarkStyles } from '../base/growth-mark.styles.js';
import { longNameStyles } from '../base/long-name.styles.js';
import { message } from '../base/message.js';
import { property } from '../base/property.js';
import { isCompared, rangeQuery } from '../base/question.js';
import { toLimit } from '../base/ranked-question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { Widget } from '../base/widget.js';
import { distributionBody, drawable, room } from './distribution-body.js';
import { distributionChartStyles } from './distribution-chart.styles.js';
import {
  contextOf,
  type DistributionTexts,
  type Naming,
  partName,
  rowName,
  sum,
  titleOf,
} from './distribution-parts.js';
import {
  askDistribution,
  countedIn,
  type DistributionAnswer,
  distributionQuestion,
  type DistributionQuestion,
  partsOf,
} from './distribution-question.js';
import { isClassed, toLayout } from './distribution-words.js';

const texts = joined(distributionChartTexts, rankTexts);

const USUAL_PARTS = 12;

/** Classes that most distributions have, for a skeleton. */
const USUAL_CLASSES = 8;

/**
 * How opens spread over lengths of stay or numbers of pages, users over how often they come, or any metric over the values
 * of a dimension: shares and counts, with a comparison. Classes are columns, values are rows of bars; a doughnut exists on
 * request, for at most five parts that make a whole.
 *
 * @summary A whole and its parts: counts and shares.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the chart says so by itself.
 * @csspart frame - The sheet.
 * @csspart head - Title, context and total.
 * @csspart body - The picture or the table, or what is said in its place.
 * @csspart table - The list.
 * @csspart foot - Freshness and actions.
 * @cssprop [--ma-distribution-height=200px] - Height of the columns.
 * @cssprop [--ma-distribution-height-narrow=160px] - Height of the columns in a widget under 480 px.
 * @example
 * <ma-distribution-chart base-url="https://metrics.example" app="lantern-tea" of="visit_depth"></ma-distribution-chart>
 */
export class MaDistributionChart extends Widget<
  DistributionQuestion,
  DistributionAnswer,
  DistributionChartMessages & RankMessages
> {
  static override styles = [...Widget.styles, barListStyles, longNameStyles, growthMarkStyles, distributionChartStyles];

  readonly #doughnut = this.kit(() => import('./doughnut-kit.js'));

  /** What is spread: `visit_duration` (default), `visit_depth`, `opens_per_user`, or a dimension such as `source`. */
  @property({ useDefault: true }) of = 'visit_duration';

  /** What is counted by the values of a dimension. */
  @property({ useDefault: true }) metric = 'opens';

  /** How many values of a dimension, 1 to 100; a doughnut shows four and the others. */
  @property({ type: Number, useDefault: true }) limit = USUAL_PARTS;

  /** `bars` (columns; default for classes), `rows` (default for a dimension) or `doughnut`. */
  @property() layout: string | undefined;

  /** What is shown: the `chart`, or the `table` that says the same. */
  @property({ reflect: true, useDefault: true }) view: 'chart' | 'table' = 'chart';

  /** The title; default what is spread, in the widget's language. */
  @property() heading: string | undefined;

  /** A distribution, or a breakdown of a dimension, to show instead of asking for one. */
  @property({ attribute: false }) data: DistributionAnswer | undefined;

  constructor() {
    super(texts);
  }

  /** The parts and the total, unrounded, as a CSV file. */
  async download(): Promise<void> {
    const { shown, words: texts } = this;
    if (!shown || !texts) return;
    const { answer, catalog } = shown;
    const naming = this.#naming(texts);
    const { saveRank } = await import('../base/rank-file.js');
    await saveRank({
      ...{ catalog, texts, formats: naming.formats, metrics: [naming.metric], meta: answer.meta },
      ...{ title: titleOf(naming), name: rowName(naming), rows: partsOf(answer, naming.metric) },
      nameOf: (row) => partName(row, naming),
    });
  }

  protected override given(): DistributionAnswer | undefined {
    return this.data;
  }

  protected override question(settings: ScopeSettings): DistributionQuestion | Missing {
    const { of, metric } = this;
    return distributionQuestion(settings, { of, metric, limit: this.#limit }) ?? 'app';
  }

  protected override ask(client: Client, question: DistributionQuestion, options: AskOptions) {
    return askDistribution(client, question, options);
  }

  protected override subject({ scope, query }: DistributionQuestion): string {
    return [scope, ...('of' in query ? [query.of] : [query.dimension, ...query.metrics])].join(' ');
  }

  protected override within({ scope }: DistributionQuestion) {
    return { scope, query: rangeQuery(this.settingsInForce) };
  }

  protected override knownValues(answer: DistributionAnswer): PartValues {
    if ('buckets' in answer) return new Map([[countedIn(answer, ''), answer.total]]);
    return new Map(Object.entries(answer.totals.values));
  }

  protected override meta({ meta }: DistributionAnswer): Meta {
    return meta;
  }

  protected override isEmpty(answer: DistributionAnswer): boolean {
    return 'buckets' in answer ? !answer.total : answer.rows.length === 0;
  }

  protected override renderWidget(texts: DistributionTexts | undefined): TemplateResult {
    if (!texts) {
      const head = html`<div class="titles">
        <h2 aria-hidden="true">&nbsp;</h2>
        <p class="context"></p>
      </div>`;
      return this.renderFrame({ label: '', head, body: room(nothing, false), actions: [] }, undefined);
    }
    const naming = this.#naming(texts);
    const title = this.heading ?? titleOf(naming);
    const rows = this.#rows(naming.metric);
    const total = rows?.find(({ kind }) => kind === 'total');
    const head = html`<div class="titles">
        ${title ? html`<h2 title=${title}>${title}</h2>` : html`<h2 aria-hidden="true">&nbsp;</h2>`}
        <p class="context">${contextOf(naming)}</p>
      </div>
      ${total ? sum(total.values[naming.metric] ?? null, naming) : nothing}`;
    return this.renderFrame(
      { label: title, head, body: this.#renderBody(title, rows, naming), actions: this.#actions(naming.metric, texts) },
      texts,
    );
  }

  get #limit(): number {
    const limit = toLimit(this.limit, USUAL_PARTS);
    return this.layout === 'doughnut' ? Math.min(limit, MOST_PARTS - 1) : limit;
  }

  #naming(texts: DistributionTexts): Naming {
    const { shown, of, metric } = this;
    const spread = shown && 'buckets' in shown.answer ? shown.answer.of : of;
    const counted = shown ? countedIn(shown.answer, metric) : spread === 'opens_per_user' ? 'active_users' : metric;
    const catalog = shown?.catalog ?? this.catalogInForce;
    return { of: spread, metric: counted, catalog, texts, formats: this.formats(texts) };
  }

  #rows(metric: string): RankRow[] | undefined {
    return this.state.body === 'data' && this.shown ? partsOf(this.shown.answer, metric) : undefined;
  }

  #renderBody(title: string, rows: readonly RankRow[] | undefined, naming: Naming): TemplateResult {
    const { state, settingsInForce, view, shown, direction } = this;
    const { texts } = naming;
    const layout = drawable(toLayout(this.layout, naming.of), rows, naming);
    const isSaid = !rows && state.body !== 'pending';
    const ownTitle = state.body === 'empty' && { title: texts.get('dist.empty') };
    return distributionBody({
      ...{ title, rows, naming, layout, meta: shown?.answer.meta },
      isTable: view === 'table',
      hasChange: rows ? rows.some(({ before }) => before) : isCompared(settingsInForce),
      size: isClassed(naming.of) ? USUAL_CLASSES + 1 : this.#limit + 2,
      said: isSaid ? message({ ...this.stateMessage(texts), ...ownTitle }) : undefined,
      kit: layout === 'doughnut' && rows ? this.#doughnut.parts : undefined,
      isMirrored: direction === 'rtl',
    });
  }

  #actions(metric: string, texts: DistributionTexts): Action[] {
    if (!this.shown) return this.refreshAction(texts);
    const isTable = this.view === 'table';
    const turn: Action = {
      ...{
        id: 'table',
        icon: isTable ? 'chart' : 'table',
        label: texts.get(isTable ? 'action.chart' : 'action.table'),
      },
      run: () => (this.view = isTable ? 'chart' : 'table'),
    };
    const download: Action = {
      ...{ id: 'csv', icon: 'download', label: texts.get('action.csv') },
      run: () => void this.download(),
    };
    return [
      ...(toLayout(this.layout, this.of) === 'bars' ? [turn] : []),
      download,
      ...this.definitionAction(metric, texts),
      ...this.refreshAction(texts),
    ];
  }
}
