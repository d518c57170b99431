import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Meta, RangeQuery, SavedFunnel } from '#contract/api.js';
import { maxFunnelSteps } from '#contract/funnel-rules.js';
import type { Scope } from '#contract/report-source.js';
import { funnelModel } from '#charts/funnel.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { chartTokens } from '#theme/chart-tokens.js';
import type { Missing } from '../base/asking-element.js';
import { ConfirmController } from '../base/confirm-controller.js';
import { DropDownController } from '../base/drop-down-controller.js';
import { dropDownStyles } from '../base/drop-down.styles.js';
import { EventNames } from '../base/event-names.js';
import type { PartValues } from '../base/explanation-controller.js';
import { FilterRows } from '../base/filter-rows.js';
import { filterRowsStyles } from '../base/filter-rows.styles.js';
import { focusField } from '../base/form-faults.js';
import { formStyles } from '../base/form.styles.js';
import { growthMarkStyles } from '../base/growth-mark.styles.js';
import { message } from '../base/message.js';
import { popoverFormStyles } from '../base/popover-form.styles.js';
import { property, state } from '../base/property.js';
import { ReorderController } from '../base/reorder-controller.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { SeenValues } from '../base/seen-values.js';
import { TypingController } from '../base/typing-controller.js';
import { Widget } from '../base/widget.js';
import { type Funnel, funnelConverter, funnelOf } from '../funnel-chart/funnel-of.js';
import { askFunnel, type FunnelAnswer, funnelQuestion, type FunnelQuestion } from '../funnel-chart/funnel-question.js';
import { funnelStepsStyles } from '../funnel-chart/funnel-steps.styles.js';
import { filtersText, type FunnelView } from '../funnel-chart/funnel-view.js';
import { groupsToShow, named } from '../funnel-chart/group-choice.js';
import { keepLast } from '../trend-chart/keep-last.js';
import { builderHead } from './builder-head.js';
import { type BuilderMessages, builderTexts, type BuilderTexts, type BuilderView } from './builder-view.js';
import { inputFromFunnel, previewOf } from './draft.js';
import { DraftEditor } from './draft-editor.js';
import { draftForm } from './draft-form.js';
import type { DraftLimits, FaultPlace } from './draft-rules.js';
import { FunnelDeleteEvent, FunnelOpenEvent, FunnelSaveEvent } from './events.js';
import { funnelBuilderStyles } from './funnel-builder.styles.js';
import { FunnelBook } from './funnel-book.js';
import { preview } from './preview.js';
import { type SaveActions, saveBar } from './save-bar.js';
import type { StepTools } from './step-list.js';

/**
 * Makes funnels: a name, two to ten steps, each an event with filters, put in order by keyboard or pointer, how long they
 * may take and what to group by; beside it a preview that is counted anew as one edits. Funnels are saved, copied, renamed
 * and deleted, which can be taken back; a conflict shows both versions; an error loses nothing, nor does a reload.
 *
 * @summary A form that makes, changes and saves funnels, with a live preview.
 *
 * @fires {FunnelSaveEvent} funnel-save - Somebody saved a funnel.
 * @fires {FunnelDeleteEvent} funnel-delete - Somebody deleted a saved funnel.
 * @fires {FunnelOpenEvent} funnel-open - Somebody opened a saved funnel, or began a new one.
 * @fires {ReportErrorEvent} report-error - Saved funnels or the preview could not be had; the builder says so by itself.
 *
 * @csspart frame - The sheet.
 * @csspart head - Title, what is edited, and the saved funnels.
 * @csspart body - The form and the preview.
 * @csspart preview - The preview.
 * @csspart foot - Freshness of the preview.
 *
 * @example
 * <ma-funnel-builder base-url="https://metrics.example" app="lantern-tea"></ma-funnel-builder>
 */
export class MaFunnelBuilder extends Widget<FunnelQuestion, FunnelAnswer, BuilderMessages> {
  static override styles = [
    ...Widget.styles,
    ...chartTokens,
    formStyles,
    dropDownStyles,
    filterRowsStyles,
    popoverFormStyles,
    growthMarkStyles,
    funnelStepsStyles,
    funnelBuilderStyles,
  ];

  readonly #drops = new DropDownController(this, this.popovers);
  readonly #reorder = new ReorderController(this);
  readonly #confirm = new ConfirmController(this);
  readonly #typing = new TypingController(this);
  readonly #filters = new FilterRows(
    this,
    this.popovers,
    this.kit(() => import('../base/filter-kit.js')),
  );
  readonly #failures = this.kit(() => import('./failure-kit.js'));
  readonly #names = new EventNames(this);
  readonly #values = new SeenValues(this);
  readonly #book = new FunnelBook(this);
  readonly #editor = new DraftEditor(this, this.#book, () => this.#failures.ready());

  /** Id of the saved funnel to open; a draft that was kept over a reload is stronger. */
  @property({ attribute: 'funnel-id' }) funnelId: string | undefined;

  /** A funnel to begin with that is not saved: `{name, steps, window_seconds, group_by}`; as an attribute, JSON. */
  @property({ converter: funnelConverter }) funnel: Funnel | undefined;

  /** Leaves out the preview. */
  @property({ type: Boolean, attribute: 'no-preview' }) noPreview = false;

  /** The title; default “Funnel builder” in the widget's language. */
  @property() heading: string | undefined;

  /** The funnel that is asked about: the draft, after a pause. */
  @state() private previewed: Funnel | undefined;

  readonly #modelOf = keepLast(({ report }: FunnelAnswer) => funnelModel(report, undefined));
  #previewedText = '';
  #opened: string | undefined;
  #wasNear = false;

  constructor() {
    super(builderTexts);
  }

  /** Whether something is filled in that has not been saved. */
  get isUnsaved(): boolean {
    return this.#editor.isChanged;
  }

  protected override given(): undefined {
    return undefined;
  }

  protected override question(settings: ScopeSettings): FunnelQuestion | Missing {
    // what is compared with is for the chart
    const alone = { ...settings, compare: undefined, compareStart: undefined };
    return funnelQuestion(alone, this.noPreview ? undefined : this.previewed, undefined);
  }

  protected override ask(client: Client, question: FunnelQuestion, options: AskOptions): Promise<FunnelAnswer> {
    return askFunnel(client, question, options);
  }

  protected override subject({ scope }: FunnelQuestion): string {
    return scope;
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client, app, superapp } = this.settings;
    if (app && !superapp) {
      const isKept = this.#editor.of(app);
      this.#wasNear ||= this.isNear;
      if (this.#wasNear) this.#book.of(client, app);
      if (!isKept && !this.#editor.isChanged) this.#follow(changed, client !== undefined);
    }
    this.#preview();
    super.willUpdate(changed);
  }

  /** Does what the host has set. */
  #follow(changed: PropertyValues<this>, canOpen: boolean): void {
    const { funnelId: id, funnel } = this;
    if (id && canOpen && this.isNear && id !== this.#opened) void this.#editor.open((this.#opened = id));
    const begun = changed.has('funnel') && !id ? funnelOf({ funnel }) : undefined;
    if (begun) this.#editor.begin(inputFromFunnel(begun));
  }

  /** The preview follows the draft after a pause; the first is shown at once. */
  #preview(): void {
    const next = previewOf(this.#editor.draft);
    const text = JSON.stringify(next ?? null);
    if (text === this.#previewedText) return;
    this.#previewedText = text;
    this.#typing.then(() => (this.previewed = next), this.previewed === undefined);
  }

  readonly #handleOpen = async (id: string | undefined): Promise<void> => {
    if (!(await this.#mayLeave())) return;
    if (id === undefined) this.#editor.begin();
    else if (!(await this.#editor.open(id))) return;
    this.dispatchEvent(new FunnelOpenEvent(id ?? null));
  };

  readonly #handleSave = async (how: 'save' | 'keepMine' = 'save'): Promise<void> => {
    const saved = await this.#editor[how](this.#limits);
    if (saved) this.#tellSaved(saved);
    else await this.#showFaults();
  };

  readonly #handleRemove = async (): Promise<void> => {
    const id = await this.#editor.delete();
    if (id) this.dispatchEvent(new FunnelDeleteEvent(id));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.undo')?.focus();
  };

  readonly #handleUndo = async (): Promise<void> => {
    const saved = await this.#editor.undo();
    if (saved) this.#tellSaved(saved);
  };

  #tellSaved(funnel: SavedFunnel): void {
    this.dispatchEvent(new FunnelSaveEvent(funnel));
  }

  async #showFaults(): Promise<void> {
    await this.updateComplete;
    const [first] = this.#editor.faults(this.#limits);
    if (first) this.#go(first.place);
  }

  readonly #go = (place: FaultPlace): void => {
    const pick = this.renderRoot.querySelector<HTMLElement>(`[data-pick="${place === 'group' ? 'group-0' : place}"]`);
    if (pick) pick.focus();
    else focusField(this.shadowRoot, place);
  };

  async #mayLeave(): Promise<boolean> {
    const { words: texts } = this;
    if (!this.#editor.isChanged || !texts) return true;
    return this.#confirm.ask({
      title: texts.get('form.leave.title'),
      text: texts.get('form.leave.text'),
      confirm: texts.get('form.leave.go'),
      cancel: texts.get('form.leave.stay'),
    });
  }

  get #limits(): DraftLimits {
    const { id } = this.#editor.draft;
    const others = this.#book.funnels?.filter((one) => one.id !== id) ?? [];
    const most = this.catalogInForce?.limits.max_funnel_steps;
    return { mostSteps: most || maxFunnelSteps, taken: others.map(({ name }) => name) };
  }

  readonly #nameOf = (event: string): string => this.#names.displayName(this.settings, event) ?? event;

  #actions(texts: BuilderTexts): SaveActions {
    const editor = this.#editor;
    return {
      save: () => void this.#handleSave(),
      keepMine: () => void this.#handleSave('keepMine'),
      takeTheirs: () => editor.takeTheirs(),
      copy: () => editor.copy(texts.get('funnelBuilder.copyOf', { name: editor.draft.name.trim() })),
      remove: () => void this.#handleRemove(),
      undo: () => void this.#handleUndo(),
      revert: () => editor.revert(),
      go: this.#go,
    };
  }

  protected override renderWidget(texts: BuilderTexts | undefined): TemplateResult {
    if (!texts) return this.renderFrame({ label: '', head: html`<h2>&nbsp;</h2>`, body: nothing, actions: [] }, texts);
    const title = this.heading ?? texts.get('funnelBuilder.title');
    const view = this.#view(texts);
    const saved = this.#book.funnels?.find(({ id }) => id === view.draft.id);
    return this.renderFrame(
      {
        label: title,
        head: builderHead({
          ...{ title, texts, saved, formats: view.formats, book: this.#book, drops: this.#drops },
          id: view.draft.id,
          open: (id) => void this.#handleOpen(id),
        }),
        body: this.#renderBody(view),
        actions: this.refreshAction(texts),
        overlay: this.#confirm.render(),
      },
      texts,
    );
  }

  #view(texts: BuilderTexts): BuilderView {
    const limits = this.#limits;
    return {
      draft: this.#editor.draft,
      faults: this.#editor.faults(limits),
      mostSteps: limits.mostSteps,
      isReadOnly: !this.#book.mayWrite,
      ...{ catalog: this.catalogInForce, texts, formats: this.formats(texts), nameOf: this.#nameOf },
      change: (change) => this.#editor.change(change),
    };
  }

  #renderBody(view: BuilderView): TemplateResult {
    const { settings } = this;
    const { texts } = view;
    const tools: StepTools = {
      ...{ drops: this.#drops, reorder: this.#reorder, filters: this.#filters },
      ...{ names: this.#names, values: this.#values, settings },
    };
    return html`<div class="builder">
        <div class="making">
          ${
            view.isReadOnly
              ? html`<p class="read-only" role="status">
                  ${texts.get('funnelBuilder.readOnly', { permission: 'funnels.write' })}
                </p>`
              : nothing
          }
          ${draftForm(view, tools)}
          ${view.isReadOnly ? nothing : saveBar(view, this.#editor, this.#actions(texts), () => this.#failures.parts)}
        </div>
        ${this.noPreview ? nothing : this.#renderPreview(view)}
      </div>
      <p class="hidden-text" role="status">${this.#reorder.said || this.#filters.announcement}</p>`;
  }

  #renderPreview({ texts, draft, formats }: BuilderView): TemplateResult {
    const { body, missing } = this.state;
    const view = body === 'data' ? this.#funnelView(texts) : undefined;
    const range = view && this.shown?.answer.report.meta.range;
    return preview({
      ...{ texts, view, count: draft.steps.length },
      range: range ? formats.range(range) : undefined,
      said:
        body === 'idle' && missing === 'metric'
          ? html`<p class="quiet">${texts.get('funnelBuilder.previewNone')}</p>`
          : view || body === 'pending'
            ? undefined
            : message({ ...this.stateMessage(texts), ...(body === 'empty' && { title: texts.get('funnel.empty') }) }),
    });
  }

  #funnelView(texts: BuilderTexts): FunnelView | undefined {
    if (!this.shown) return undefined;
    const { answer, catalog } = this.shown;
    const model = this.#modelOf(answer);
    const fields = answer.funnel?.group_by ?? [];
    return {
      ...{ title: texts.get('funnelBuilder.preview'), model, texts, layout: 'rows', nameOf: this.#nameOf },
      formats: this.formats(texts),
      groups: named(groupsToShow(model, undefined), { fields, catalog, texts }),
      filtersOf: (step) => filtersText(answer.funnel?.steps[step - 1]?.filters, catalog, texts),
    };
  }
}
