import { noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { Formats } from '#format/formats.js';
import type { BaseMessages } from '#i18n/base/section.js';
import { directionOf } from '#i18n/fallback.js';
import type { Messages } from '#i18n/message.js';
import type { Section } from '#i18n/section.js';
import type { Texts } from '#i18n/texts.js';
import { tokens } from '#theme/tokens.js';
import type { Action } from './actions.js';
import { AskingElement } from './asking-element.js';
import { metricOf } from './catalog.js';
import { durationsOf } from './durations.js';
import type * as ExplainKit from './explain-kit.js';
import type { ExplanationController, PartValues } from './explanation-controller.js';
import { frame } from './frame.js';
import { frameStyles } from './frame.styles.js';
import { Kit, type KitParts } from './kit.js';
import type { Message } from './message.js';
import { PopoverController } from './popover-controller.js';
import { property } from './property.js';
import type * as StateKit from './state-kit.js';
import { statusLine } from './status-line.js';
import { TextsController, type WidgetTexts } from './texts-controller.js';
import { nextTask } from './turn.js';

/** What a widget gives its frame. */
export interface WidgetParts {
  /** Names the region. */
  readonly label: string;
  readonly head?: unknown;
  readonly body: unknown;
  readonly actions: readonly Action[];
  /** In the foot between status and actions: the parts of a long list. */
  readonly paging?: unknown;
  /** An open popover of the widget's own. */
  readonly overlay?: unknown;
}

/** What every widget is: an element that asks, in one frame, in the language of its scope. */
export abstract class Widget<
  Question extends object,
  Answer extends object,
  Own extends Messages = BaseMessages,
> extends AskingElement<Question, Answer> {
  static override styles = [...tokens, frameStyles];

  protected readonly popovers = new PopoverController(this);
  readonly #texts: TextsController<Own>;
  readonly #states: Kit<typeof StateKit>;
  readonly #explains: Kit<typeof ExplainKit>;
  #explanation: ExplanationController | undefined;
  #actions: readonly Action[] = [];
  #isDimmed = false;
  #isOwn = false;
  #held: Promise<void> | undefined;

  /** Leaves out frame and foot, where the widget stands in a sheet that has them. */
  @property({ type: Boolean, reflect: true }) bare = false;

  /** @param section the widget's own texts. */
  constructor(section?: Section<Own>) {
    super();
    this.#texts = new TextsController(this, section);
    this.#states = new Kit(this, this.#texts, () => import('./state-kit.js'));
    this.#explains = new Kit(this, this.#texts, () => import('./explain-kit.js'));
  }

  /** What can be done with the widget now; a sheet that holds it without its foot shows them in its own. */
  get actions(): readonly Action[] {
    return this.#actions;
  }

  /** The scope and range of a question, in which the parts of a number are asked for too. */
  protected abstract within(question: Question): { readonly scope: Scope; readonly query: RangeQuery };

  /** Values over the whole range that the answer holds, by metric. */
  protected abstract knownValues(answer: Answer): PartValues;

  /** Renders the widget into its frame; `texts` are there once their language has loaded. */
  protected abstract renderWidget(texts: WidgetTexts<Own> | undefined): TemplateResult;

  /** A part of the widget that is loaded, with its texts and its look, when it is first needed. */
  protected kit<Parts extends KitParts>(load: () => Promise<Parts>): Kit<Parts> {
    return new Kit(this, this.#texts, load);
  }

  /** Texts in the language in force; nothing while it loads. */
  protected get words(): WidgetTexts<Own> | undefined {
    return this.#texts.in(this.language, this.settingsInForce.texts);
  }

  /** The language in force. */
  protected get language(): string {
    return this.settingsInForce.locale ?? (document.documentElement.lang || 'en');
  }

  /** The direction in force. */
  protected get direction(): 'ltr' | 'rtl' {
    return this.settingsInForce.direction ?? directionOf(this.language);
  }

  /** Formats for the answer on show, or for what is known before there is one. */
  protected formats(texts: Texts<BaseMessages>): Formats {
    const meta = this.shown && this.meta(this.shown.answer);
    return new Formats({
      locale: this.language,
      timezone: meta?.timezone ?? this.settingsInForce.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency: meta?.currency ?? null,
      durations: durationsOf(texts),
    });
  }

  /** The message of the state in force, where it has no data to show; empty while what it needs is loading. */
  protected stateMessage(texts: Texts<BaseMessages>): Message {
    const { body, missing } = this.state;
    const kit = this.#states.parts;
    if (!kit) return { icon: '', title: '' };
    return kit.stateMessage({
      texts,
      ...{ body, missing },
      error: this.failure?.error,
      secondsLeft: this.comeback.secondsLeft,
      durations: durationsOf(texts),
      retry: () => this.refresh(),
    });
  }

  /** “How it is counted”, where there is an answer to explain. */
  protected definitionAction(metric: string, texts: Texts<BaseMessages>): Action[] {
    if (!this.shown) return [];
    const run = (anchor: HTMLElement): void => void this.explain(metric, anchor);
    return [{ id: 'definition', icon: 'info', label: texts.get('action.definition'), opens: 'dialog', run }];
  }

  /** “Refresh”, where there is somebody to ask. */
  protected refreshAction(texts: Texts<BaseMessages>): Action[] {
    if (!this.asked) return [];
    return [{ id: 'refresh', icon: 'refresh', label: texts.get('action.refresh'), run: () => this.refresh() }];
  }

  /** Opens the explanation of a metric's value at an anchor, below what it shall not cover, and asks for its parts. */
  protected async explain(metric: string, anchor: HTMLElement, beside?: HTMLElement): Promise<void> {
    const { ExplanationController: Controller } = await this.#explains.ready();
    const { asked: client, shown } = this;
    if (!shown) return;
    const { answer, catalog, question } = shown;
    this.#explanation ??= new Controller(this);
    void this.#explanation.explain(metric, this.knownValues(answer), {
      ...{ catalog, meta: this.meta(answer) },
      asked: client && question && { client, ...this.within(question) },
    });
    this.popovers.toggle('explanation', anchor, beside);
  }

  /** The frame around what a widget shows. */
  protected renderFrame(parts: WidgetParts, texts: Texts<BaseMessages> | undefined): TemplateResult {
    const { state } = this;
    this.#actions = parts.actions;
    return frame({
      ...parts,
      ...{ language: this.language, direction: this.direction, isBare: this.bare, popovers: this.popovers },
      isDimmed: state.isRefreshing,
      isBusy: state.isRefreshing || state.body === 'pending',
      status: texts && this.#status(texts),
      words: { actions: texts?.get('action.actions') ?? '', more: texts?.get('action.more') ?? '' },
      overlay: parts.overlay ?? (texts ? this.#renderExplanation(texts) : nothing),
    });
  }

  /** A host may hand over `data` of any shape: what cannot be rendered is an error of this widget, not of the page. */
  protected override render(): TemplateResult | typeof noChange {
    const { words } = this;
    try {
      return this.#holdsBack() ? noChange : this.renderWidget(words);
    } catch (error) {
      this.shown = undefined;
      this.fail(error);
      return this.renderWidget(words);
    }
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.#held) return isDone;
    await this.#held;
    return super.getUpdateComplete();
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#isOwn = changed.size > 0;
    super.update(changed);
  }

  /**
   * Where a scope asks for other numbers, those on show are dimmed a task later: all questions go out before anything is
   * drawn, and an answer that is kept is drawn at once. What changes in the widget itself is shown at once.
   */
  #holdsBack(): boolean {
    const wasDimmed = this.#isDimmed;
    this.#isDimmed = this.state.isRefreshing;
    if (wasDimmed || !this.#isDimmed || this.#isOwn || document.hidden) return false;
    this.#held = nextTask().then(() => {
      this.#held = undefined;
      this.requestUpdate();
    });
    return true;
  }

  #status(texts: Texts<BaseMessages>) {
    const { shown, failure } = this;
    return statusLine({
      texts,
      formats: this.formats(texts),
      state: this.state,
      meta: shown && this.meta(shown.answer),
      now: this.clock(),
      answeredAt: this.clock() === undefined ? undefined : shown?.at,
      failedAt: failure?.at,
      secondsLeft: this.comeback.secondsLeft,
    });
  }

  #renderExplanation(texts: Texts<BaseMessages>): TemplateResult | typeof nothing {
    const kit = this.popovers.open === 'explanation' ? this.#explains.parts : undefined;
    const { metric = '', parts, state } = this.#explanation ?? {};
    if (!kit || !this.shown || !parts || !state) return nothing;
    const { answer, catalog } = this.shown;
    return kit.explanation({
      metric: metricOf(catalog, metric),
      value: parts.get(metric) ?? null,
      meta: this.meta(answer),
      texts,
      ...{ catalog, parts, partsState: state, formats: this.formats(texts) },
    });
  }
}
