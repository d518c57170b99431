import { html, nothing, type TemplateResult } from 'lit';
import type { CohortKind, Meta, RangeQuery, RetentionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { type RetentionGranularity, retentionGranularity, retentionModel } from '#charts/retention.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { type RetentionGridMessages, retentionGridTexts } from '#i18n/retention-grid/section.js';
import '../base/view-icons.js';
import type { Action } from '../base/actions.js';
import { addsUp } from '../base/adds-up.js';
import type { Missing } from '../base/asking-element.js';
import { metricOf } from '../base/catalog.js';
import type { PartValues } from '../base/explanation-controller.js';
import { message } from '../base/message.js';
import { property } from '../base/property.js';
import { rangeQuery } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { segmentsStyles } from '../base/segments.styles.js';
import { setStyle } from '../base/set-style.js';
import { tableStyles } from '../base/table.styles.js';
import { Widget } from '../base/widget.js';
import { words } from '../base/words.js';
import { GranularityChangeEvent } from '../trend-chart/events.js';
import { keepLast } from '../trend-chart/keep-last.js';
import { tooltipStyles } from '../trend-chart/tooltip.styles.js';
import { CohortChangeEvent } from './events.js';
import { explainedCell } from './explained.js';
import { retentionValues, type RetentionValues } from './grid.js';
import { cohortChoices, head } from './head.js';
import { retentionGridStyles } from './retention-grid.styles.js';
import { saveRetention } from './retention-file.js';
import { askRetention, type RetentionQuestion, retentionQuestion } from './retention-question.js';
import { RetentionPicture, type RetentionScene } from './retention-picture.js';
import { type RetentionTexts, RetentionWords } from './retention-words.js';
import { expectedCohorts, skeleton } from './skeleton.js';

/**
 * Who comes back: the users of a day, week or month, and how many of them visit in the periods after it, as a table with
 * heat, a weighted average and, on demand, as curves. A period that has not ended is blank, and enters no average.
 *
 * @summary Retention of new or active users by day, week or month.
 *
 * @fires {CohortChangeEvent} cohort-change - Somebody chose new or active users.
 * @fires {GranularityChangeEvent} granularity-change - Somebody chose days, weeks or months.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the grid says so by itself.
 *
 * @csspart frame - The sheet.
 * @csspart head - Title, context and switches.
 * @csspart body - The grid or its curves, or what is said in their place.
 * @csspart grid - What scrolls where the grid is wider than its room.
 * @csspart foot - Freshness and actions.
 *
 * @cssprop [--ma-retention-grid-max-height=none] - Height from which the cohorts scroll under their heads.
 * @cssprop [--ma-retention-curve-height=280px] - Height of the curves.
 * @cssprop [--ma-retention-curve-height-narrow=220px] - Height of the curves in a widget under 480 px.
 *
 * @example
 * <ma-retention-grid base-url="https://metrics.example" app="lantern-tea" granularity="week"></ma-retention-grid>
 */
export class MaRetentionGrid extends Widget<RetentionQuestion, RetentionReport, RetentionGridMessages> {
  static override styles = [...Widget.styles, tableStyles, segmentsStyles, tooltipStyles, retentionGridStyles];

  readonly #explain = this.kit(() => import('../base/explain-kit.js'));
  readonly #curve = this.kit(() => import('./curve-kit.js'));
  readonly #picture = new RetentionPicture(this, () => this.direction === 'rtl');

  /** Whose return: `new_users` or `active_users`. */
  @property({ useDefault: true }) cohort: CohortKind = 'new_users';

  /** Which periods after the cohort's own, separated by commas. Default: days 1–7, 14, 30; weeks 1–8; months 1–6. */
  @property({ converter: words }) offsets: readonly (string | number)[] | undefined;

  /** What cells say: the share of the cohort in `percent`, with two decimals, or the `count` of users. */
  @property({ useDefault: true }) values: RetentionValues = 'percent';

  /** What is shown: the `grid`, or the `curve` of the average and the cohorts. */
  @property({ reflect: true, useDefault: true }) view: 'grid' | 'curve' = 'grid';

  /** Keeps to the range. Without it the grid reaches further back where a range holds too few periods to compare. */
  @property({ type: Boolean, attribute: 'exact-range' }) exactRange = false;

  /** Leaves out the switches. */
  @property({ type: Boolean, attribute: 'no-switches' }) noSwitches = false;

  /** The title; default “Retention” in the widget's language. */
  @property() heading: string | undefined;

  /** A retention report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: RetentionReport | undefined;

  readonly #model = keepLast(retentionModel);

  constructor() {
    super(retentionGridTexts);
  }

  /** Counts and unrounded shares of every cohort as a CSV file. */
  async download(): Promise<void> {
    const { shown, words: texts } = this;
    if (!shown || !texts) return;
    const { answer, catalog } = shown;
    await saveRetention({ ...this.#scene(answer, texts), meta: answer.meta, catalog });
  }

  protected override given(): RetentionReport | undefined {
    return this.data;
  }

  protected override question(settings: ScopeSettings): RetentionQuestion | Missing {
    const offsets = this.offsets?.map(Number).filter((offset) => offset > 0);
    return retentionQuestion(settings, { cohort: this.#cohort, offsets, isExact: this.exactRange }) ?? 'app';
  }

  protected override ask(client: Client, question: RetentionQuestion, options: AskOptions): Promise<RetentionReport> {
    return askRetention(client, question, options);
  }

  protected override subject({ scope, query }: RetentionQuestion): string {
    return `${scope} ${query.cohort}`;
  }

  protected override meta({ meta }: RetentionReport): Meta {
    return meta;
  }

  protected override isEmpty({ cohorts }: RetentionReport): boolean {
    return cohorts.every(({ size }) => !size);
  }

  protected override within({ scope }: RetentionQuestion): { scope: Scope; query: RangeQuery } {
    return { scope, query: rangeQuery(this.settingsInForce) };
  }

  protected override knownValues(): PartValues {
    return new Map();
  }

  get #cohort(): CohortKind {
    return cohortChoices.find((one) => one === this.cohort) ?? 'new_users';
  }

  get #values(): RetentionValues {
    return retentionValues.find((one) => one === this.values) ?? 'percent';
  }

  get #granularity(): RetentionGranularity {
    return retentionGranularity(this.settingsInForce.granularity);
  }

  get #expected(): number {
    return expectedCohorts(this.#granularity, this.settingsInForce.range);
  }

  #scene(answer: RetentionReport, texts: RetentionTexts): RetentionScene {
    const model = this.#model(answer);
    const label = this.heading ?? texts.get('retention.title');
    return { model, texts, label, words: new RetentionWords(model, texts, this.formats(texts)) };
  }

  readonly #handleCohort = (cohort: CohortKind): void => {
    this.cohort = cohort;
    this.dispatchEvent(new CohortChangeEvent(cohort));
  };

  readonly #handleGranularity = (granularity: RetentionGranularity): void => {
    this.granularity = granularity;
    this.dispatchEvent(new GranularityChangeEvent(granularity));
  };

  async #handleExplain(anchor: HTMLElement): Promise<void> {
    await this.#explain.ready();
    this.popovers.toggle('retention', anchor);
  }

  protected override renderWidget(texts: RetentionTexts | undefined): TemplateResult {
    if (!texts) {
      return this.renderFrame(
        { label: '', head: html`<h2>&nbsp;</h2>`, body: this.#renderBones(), actions: [] },
        texts,
      );
    }
    const heading = this.heading ?? texts.get('retention.title');
    const { shown } = this;
    const scene = this.state.body === 'data' && shown ? this.#scene(shown.answer, texts) : undefined;
    return this.renderFrame(
      {
        label: heading,
        head: this.#renderHead(heading, scene, texts),
        body: this.#renderBody(scene, texts),
        actions: this.#actions(texts),
        ...(this.popovers.open === 'retention' && { overlay: this.#renderExplanation(texts) }),
      },
      texts,
    );
  }

  #renderHead(heading: string, scene: RetentionScene | undefined, texts: RetentionTexts): TemplateResult {
    const isSwitching = !this.noSwitches && this.asked !== undefined;
    return head({
      ...{ heading, texts, model: scene?.model, values: this.view === 'curve' ? 'percent' : this.#values },
      cohort: this.#cohort,
      granularity: this.#granularity,
      choose: isSwitching ? { cohort: this.#handleCohort, granularity: this.#handleGranularity } : undefined,
    });
  }

  #renderBody(scene: RetentionScene | undefined, texts: RetentionTexts): unknown {
    if (this.state.body === 'pending') return this.#renderBones();
    if (!scene) {
      return html`<div class="said" ${setStyle({ '--rows': 9 })}>${message(this.stateMessage(texts))}</div>`;
    }
    return this.view === 'curve' ? this.#renderCurve(scene) : this.#renderGrid(scene);
  }

  #renderGrid(scene: RetentionScene): TemplateResult {
    const { answer, catalog } = this.shown!;
    const isSum = addsUp(metricOf(catalog, answer.cohort), answer.meta, catalog);
    const users = isSum ? answer.cohorts.reduce((sum, { size }) => sum + (size ?? 0), 0) : null;
    const choose = this.noSwitches ? undefined : (chosen: RetentionValues) => (this.values = chosen);
    return this.#picture.renderGrid(scene, { values: this.#values, users, choose });
  }

  #renderCurve(scene: RetentionScene): TemplateResult {
    const kit = this.#curve.parts;
    return kit ? this.#picture.renderCurve(scene, kit) : this.#renderBones();
  }

  #renderBones(): TemplateResult {
    const isCurve = this.view === 'curve';
    return html`${isCurve ? html`<div class="curve"></div>` : skeleton(this.#expected)}
      <div class="legend"></div>`;
  }

  #renderExplanation(texts: RetentionTexts): TemplateResult | typeof nothing {
    const { shown } = this;
    const kit = this.#explain.parts;
    if (!kit || !shown) return nothing;
    const { answer, catalog } = shown;
    const scene = this.#scene(answer, texts);
    const formats = this.formats(texts);
    const place = this.#picture.home;
    return kit.explanation(explainedCell({ ...scene, place, meta: answer.meta, catalog, formats }));
  }

  #actions(texts: RetentionTexts): Action[] {
    if (!this.shown) return this.refreshAction(texts);
    const isCurve = this.view === 'curve';
    return [
      {
        id: 'view',
        icon: isCurve ? 'table' : 'chart',
        label: texts.get(isCurve ? 'retention.showGrid' : 'retention.showCurve'),
        run: () => (this.view = isCurve ? 'grid' : 'curve'),
      },
      { id: 'csv', icon: 'download', label: texts.get('action.csv'), run: () => void this.download() },
      {
        id: 'definition',
        icon: 'info',
        label: texts.get('action.definition'),
        opens: 'dialog',
        run: (anchor) => void this.#handleExplain(anchor),
      },
      ...this.refreshAction(texts),
    ];
  }
}
