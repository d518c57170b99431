import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog, FunnelNextReport, FunnelReport, FunnelStepQuery, Meta, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { type FunnelModel, funnelModel } from '#charts/funnel.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { type FunnelChartMessages, funnelChartTexts } from '#i18n/funnel-chart/section.js';
import { chartTokens } from '#theme/chart-tokens.js';
import '../base/view-icons.js';
import type { Action } from '../base/actions.js';
import type { Missing } from '../base/asking-element.js';
import { profileOf } from '../base/catalog.js';
import { DropDownController } from '../base/drop-down-controller.js';
import { dropDownStyles } from '../base/drop-down.styles.js';
import { EventNames } from '../base/event-names.js';
import type { PartValues } from '../base/explanation-controller.js';
import { FileController } from '../base/file-controller.js';
import { growthMarkStyles } from '../base/growth-mark.styles.js';
import { message } from '../base/message.js';
import { property, state } from '../base/property.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { tableStyles } from '../base/table.styles.js';
import { Widget } from '../base/widget.js';
import { words } from '../base/words.js';
import { AnswerController } from '../base/answer-controller.js';
import { keepLast } from '../trend-chart/keep-last.js';
import { FunnelStepSelectEvent } from './events.js';
import { explainedStep } from './explained.js';
import { funnelChartStyles } from './funnel-chart.styles.js';
import { funnelHead, funnelHeadBones } from './funnel-head.js';
import { type Funnel, funnelConverter, funnelOf, stepsConverter } from './funnel-of.js';
import { askFunnel, type FunnelAnswer, funnelQuestion, type FunnelQuestion } from './funnel-question.js';
import { funnelBones, funnelSteps } from './funnel-steps.js';
import { funnelTable } from './funnel-table.js';
import { type FunnelLayout, type FunnelTexts, type FunnelView, filtersText, layouts } from './funnel-view.js';
import {
  groupLegend,
  type GroupNaming,
  groupPick,
  groupsToShow,
  named,
  nameOfGroup,
  turnedGroups,
} from './group-choice.js';
import { StepCursor } from './step-cursor.js';

/** Steps of a skeleton where it is not known how many there are. */
const USUAL_STEPS = 5;

/**
 * How users get through ordered steps: how many come to each, which share goes on, how many are lost on the way and how
 * long it takes; side by side for groups of users, and against an earlier range. The step with the largest loss stands
 * out; choosing a step tells what those did instead who left after it.
 *
 * @summary A funnel: users step by step, losses, times, and what those did who left.
 *
 * @fires {FunnelStepSelectEvent} funnel-step-select - Somebody chose a step, or left the one that was chosen.
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the chart says so by itself.
 *
 * @csspart frame - The sheet.
 * @csspart head - Title, context, choice of groups, and the share that comes through.
 * @csspart body - The steps or their table, or what is said in their place.
 * @csspart steps - The list of steps.
 * @csspart table - The table of all figures.
 * @csspart next - What those did instead who left after the chosen step.
 * @csspart foot - Freshness and actions.
 *
 * @cssprop [--ma-funnel-height=200px] - Height of the columns.
 *
 * @example
 * <ma-funnel-chart base-url="https://metrics.example" app="lantern-tea" steps="launch,add_to_cart,pay"></ma-funnel-chart>
 */
export class MaFunnelChart extends Widget<FunnelQuestion, FunnelAnswer, FunnelChartMessages> {
  static override styles = [
    ...Widget.styles,
    ...chartTokens,
    tableStyles,
    growthMarkStyles,
    dropDownStyles,
    funnelChartStyles,
  ];

  readonly #drops = new DropDownController(this, this.popovers);
  readonly #names = new EventNames(this);
  readonly #file = new FileController(this);
  readonly #next = new AnswerController<FunnelNextReport>(this);
  readonly #explain = this.kit(() => import('../base/explain-kit.js'));
  readonly #nextKit = this.kit(() => import('./next-kit.js'));
  readonly #cursor = new StepCursor(this, {
    count: () => this.shown?.answer.report.steps.length ?? 1,
    isMirrored: () => this.direction === 'rtl',
    chosen: () => this.step,
    choose: (step) => this.#handleChoose(step),
  });

  /** Id of a saved funnel of the app; stronger than a funnel of its own. */
  @property({ attribute: 'funnel-id' }) funnelId: string | undefined;

  /** A funnel as one: `{name, steps, window_seconds, group_by}`; as an attribute, JSON. */
  @property({ converter: funnelConverter }) funnel: Funnel | undefined;

  /** Its steps, 2 to 10: names of events separated by commas; or, with filters, `[{event, filters}]`, as JSON. */
  @property({ converter: stepsConverter }) steps: readonly FunnelStepQuery[] | undefined;

  /** How many seconds all steps may take, from the first one on; default the whole range. */
  @property({ type: Number }) window: number | undefined;

  /** Up to two fields, separated by commas, whose values make groups that stand side by side. */
  @property({ attribute: 'group-by', converter: words }) groupBy: readonly string[] | undefined;

  /** `columns` where they have room (default), or `rows` at any width. */
  @property({ useDefault: true }) layout: FunnelLayout = 'columns';

  /** What is shown: the `chart`, or the `table` of all figures. */
  @property({ reflect: true, useDefault: true }) view: 'chart' | 'table' = 'chart';

  /** The chosen step, from 1. */
  @property({ type: Number }) step: number | undefined;

  /** The title; default the name of the funnel. */
  @property() heading: string | undefined;

  /** A funnel report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: FunnelReport | undefined;

  /** The report on the range that `data` is compared with. */
  @property({ attribute: false }) dataBefore: FunnelReport | undefined;

  @state() private chosenGroups: readonly string[] | undefined;

  readonly #givenOf = keepLast((report: FunnelReport | undefined, before: FunnelReport | undefined) =>
    report ? { report, before } : undefined,
  );
  readonly #modelOf = keepLast(({ report, before }: FunnelAnswer, catalog: Catalog): FunnelModel =>
    funnelModel(report, before, profileOf(catalog, report.meta.profile)?.growth.zero_previous),
  );

  constructor() {
    super(funnelChartTexts);
  }

  /** Every step of all users and of each group, unrounded, as a CSV file. */
  async download(): Promise<void> {
    const { shown, words: texts } = this;
    if (!shown || !texts) return;
    const { answer, catalog } = shown;
    await this.#file.save(async () => {
      const { funnelFile } = await import('./funnel-file.js');
      const model = this.#modelOf(answer, catalog);
      return funnelFile({ title: this.#title(texts), answer, model, fields: this.#fields, catalog, texts });
    });
  }

  protected override given(): FunnelAnswer | undefined {
    return this.#givenOf(this.data, this.dataBefore);
  }

  protected override question(settings: ScopeSettings): FunnelQuestion | Missing {
    return funnelQuestion(settings, this.#said, this.funnelId);
  }

  protected override ask(client: Client, question: FunnelQuestion, options: AskOptions): Promise<FunnelAnswer> {
    return askFunnel(client, question, options);
  }

  protected override subject({ scope, funnel }: FunnelQuestion): string {
    return `${scope} ${JSON.stringify(funnel)}`;
  }

  protected override meta({ report }: FunnelAnswer): Meta {
    return report.meta;
  }

  protected override isEmpty({ report }: FunnelAnswer): boolean {
    return !report.steps[0]?.users;
  }

  protected override within({ scope, range }: FunnelQuestion): { scope: Scope; query: RangeQuery } {
    return { scope, query: range };
  }

  protected override knownValues(): PartValues {
    return new Map();
  }

  /** The funnel that the host says by attributes. */
  get #said(): Funnel | undefined {
    return funnelOf({ funnel: this.funnel, steps: this.steps, window: this.window, groupBy: this.groupBy });
  }

  /** Of the answer on show, else of what is asked. */
  get #funnel(): Funnel | undefined {
    return this.shown?.answer.funnel ?? (this.funnelId ? undefined : this.#said);
  }

  get #fields(): readonly string[] {
    return this.#funnel?.group_by ?? this.groupBy ?? [];
  }

  get #layout(): FunnelLayout {
    return layouts.find((one) => one === this.layout) ?? 'columns';
  }

  #title(texts: FunnelTexts): string {
    return this.heading ?? this.#funnel?.name ?? texts.get('funnel.title');
  }

  #naming(catalog: Catalog, texts: FunnelTexts): GroupNaming {
    return { fields: this.#fields, catalog, texts };
  }

  /** By its definition, where the back end that was asked has one. */
  readonly #nameOf = (event: string): string =>
    (this.shown?.question && this.#names.displayName(this.settingsInForce, event)) ?? event;

  readonly #handleChoose = (step: number | undefined): void => {
    const chosen = step === this.step ? undefined : step;
    this.step = chosen;
    const event = chosen === undefined ? undefined : this.shown?.answer.report.steps[chosen - 1]?.event;
    this.dispatchEvent(new FunnelStepSelectEvent(chosen ?? null, event ?? null));
  };

  async #handleExplain(anchor: HTMLElement): Promise<void> {
    await this.#explain.ready();
    this.popovers.toggle('funnel', anchor);
  }

  protected override renderWidget(texts: FunnelTexts | undefined): TemplateResult {
    if (!texts) {
      return this.renderFrame(
        { label: '', head: funnelHeadBones(), body: this.#renderBones(), actions: [] },
        undefined,
      );
    }
    const title = this.#title(texts);
    const view = this.#view(title, texts);
    return this.renderFrame(
      {
        label: title,
        head: funnelHead({
          ...{ title, texts, formats: this.formats(texts), model: view?.model },
          answer: view && this.shown?.answer,
          tools: view && this.#renderPick(view),
          fault: this.#file.isLost ? texts.get('funnel.fileFailed') : undefined,
        }),
        body: this.#renderBody(view, texts),
        actions: this.#actions(texts),
        ...(this.popovers.open === 'funnel' && view && { overlay: this.#renderExplanation(view) }),
      },
      texts,
    );
  }

  #view(title: string, texts: FunnelTexts): FunnelView | undefined {
    if (this.state.body !== 'data' || !this.shown) return undefined;
    const { answer, catalog, question } = this.shown;
    const model = this.#modelOf(answer, catalog);
    const { home, press } = this.#cursor;
    return {
      ...{ title, model, texts, layout: this.#layout, formats: this.formats(texts), nameOf: this.#nameOf },
      groups: named(groupsToShow(model, this.chosenGroups), this.#naming(catalog, texts)),
      filtersOf: (step) => filtersText(answer.funnel?.steps[step - 1]?.filters, catalog, texts),
      earlier: answer.before?.meta.range,
      // without somebody to ask there is nothing to tell of those who left
      choosing: question && { chosen: this.step, home, press, choose: this.#handleChoose },
    };
  }

  #renderPick(view: FunnelView): TemplateResult | typeof nothing {
    const { model, texts, formats } = view;
    const naming = this.#naming(this.shown!.catalog, texts);
    const shown = groupsToShow(model, this.chosenGroups);
    return groupPick(model, shown, naming, formats, this.#drops, (key) => {
      this.chosenGroups = turnedGroups(groupsToShow(model, this.chosenGroups), key);
    });
  }

  #renderBody(view: FunnelView | undefined, texts: FunnelTexts): unknown {
    if (this.state.body === 'pending') return this.#renderBones();
    if (!view) return html`<div class="room ${this.#layout}">${message(this.#message(texts))}</div>`;
    const { model, groups, title, formats } = view;
    if (this.view === 'table') {
      const naming = this.#naming(this.shown!.catalog, texts);
      return funnelTable(
        view,
        model.groups.map(({ key, rows }) => ({ name: nameOfGroup(key, naming), rows })),
      );
    }
    return html`${groups.length > 0 ? groupLegend(groups, title, formats) : nothing}${funnelSteps(view)}${this.#renderNext(view)}`;
  }

  #renderBones(): TemplateResult {
    const { steps = [] } = this.#funnel ?? {};
    const isNarrowed = steps.some(({ filters }) => filters?.length);
    return funnelBones(this.#layout, steps.length || USUAL_STEPS, isNarrowed);
  }

  #renderNext(view: FunnelView): TemplateResult | typeof nothing {
    const { step, asked: client, shown } = this;
    const row = step === undefined ? undefined : view.model.rows[step - 1];
    const funnel = shown?.answer.funnel;
    const kit = row ? this.#nextKit.parts : undefined;
    if (!row || !kit || !funnel || !shown.question) return nothing;
    const { scope, range } = shown.question;
    const asked = { range, funnel, step: row.number };
    const reading = this.#next.read(client, JSON.stringify([shown.key, asked]), (options) =>
      kit.askNext(client!, scope, asked, options),
    );
    return kit.nextPanel({
      ...{ step: row.number, isLast: row.passage === undefined, name: view.nameOf(row.event), reading },
      ...{ texts: this.words ?? view.texts, formats: view.formats, nameOf: view.nameOf },
      close: () => this.#handleChoose(undefined),
      retry: () => this.#next.forget(),
    });
  }

  #renderExplanation({ model, nameOf, texts, formats }: FunnelView): TemplateResult | typeof nothing {
    const { shown } = this;
    const kit = this.#explain.parts;
    if (!kit || !shown) return nothing;
    const { answer, catalog } = shown;
    const step = this.step !== undefined && model.rows[this.step - 1] ? this.step : model.rows.length;
    return kit.explanation(
      explainedStep({ model, step, nameOf, meta: answer.report.meta, catalog, texts: this.words ?? texts, formats }),
    );
  }

  #message(texts: FunnelTexts) {
    const { body, missing } = this.state;
    const said = this.stateMessage(texts);
    if (body === 'empty') return { ...said, title: texts.get('funnel.empty') };
    if (body === 'forbidden') return { ...said, title: texts.get('funnel.forbidden') };
    if (body === 'idle' && missing === 'metric')
      return { ...said, title: texts.get('funnel.none'), hint: texts.get('funnel.noneHint') };
    const isGone = (this.failure?.error as { status?: number } | undefined)?.status === 404 && this.funnelId;
    return isGone ? { ...said, title: texts.get('funnel.gone') } : said;
  }

  #actions(texts: FunnelTexts): Action[] {
    if (!this.shown) return this.refreshAction(texts);
    const isTable = this.view === 'table';
    return [
      {
        id: 'table',
        icon: isTable ? 'chart' : 'table',
        label: texts.get(isTable ? 'action.chart' : 'action.table'),
        run: () => (this.view = isTable ? 'chart' : 'table'),
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
