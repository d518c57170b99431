import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventDefinition, FieldType, Me, Meta, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import { createDefinitionsClient } from '#client/definitions.js';
import type { AskOptions } from '#client/session.js';
import { type EventMessages, eventTexts } from '#i18n/event/section.js';
import { type EventBuilderMessages, eventBuilderTexts } from '#i18n/event-builder/section.js';
import { type FormMessages, formTexts } from '#i18n/form/section.js';
import { joined } from '#i18n/section.js';
import type { Missing } from '../base/asking-element.js';
import { ConfirmController } from '../base/confirm-controller.js';
import { localMeta } from '../base/local-meta.js';
import type { PartValues } from '../base/explanation-controller.js';
import { faultSummary, focusField } from '../base/form-faults.js';
import { formStyles } from '../base/form.styles.js';
import { LeavingController } from '../base/leaving-controller.js';
import { message } from '../base/message.js';
import { ReorderController } from '../base/reorder-controller.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { Widget } from '../base/widget.js';
import { actionsStep } from './actions-step.js';
import { type BuilderFault, checkFaults, type Step, stepOf } from './builder-faults.js';
import { builderFoot } from './builder-foot.js';
import { BuilderSession } from './builder-session.js';
import type { BuilderTexts, BuilderView } from './builder-view.js';
import { failureText, faultText, summaryFaults } from './builder-words.js';
import { withData } from './draft.js';
import { eventBuilderStyles } from './event-builder.styles.js';
import { EventCloseEvent, EventSaveEvent } from './events.js';
import type { DryRunState, LaterView } from './later-view.js';
import type * as LaterKit from './later-kit.js';
import { namesStep } from './names-step.js';
import type { Goal, Saved } from './saving.js';
import { freeName, suggestName } from './suggest-name.js';
import type { TestRecordsController } from './test-records-controller.js';
import { wizardSteps } from './wizard-steps.js';

type Messages = EventBuilderMessages & EventMessages & FormMessages;

interface BuilderQuestion {
  readonly app: string;
  /** Empty for a new event. */
  readonly id: string;
}

interface BuilderAnswer {
  readonly app: string;
  readonly me: Me | undefined;
  readonly saved: Saved | undefined;
}

const texts = joined(joined(eventBuilderTexts, eventTexts), formTexts);

/**
 * Defines a custom event without a developer: names, what sets it off, its fields; checks it, tests it on records as
 * they come in, and publishes it.
 *
 * @summary The wizard that defines, checks, tests and publishes a custom event.
 *
 * @fires {EventSaveEvent} event-save - Something was saved, tested or published.
 * @fires {EventCloseEvent} event-close - Somebody wants to leave, and has been asked; it can be prevented.
 * @fires {ReportErrorEvent} report-error - The definition could not be had; the builder says so by itself.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Title, context and state.
 * @csspart body - Steps and form.
 * @csspart foot - What is saved, and what can be done.
 *
 * @example
 * <ma-event-builder base-url="https://metrics.example" app="lantern-tea"></ma-event-builder>
 */
export class MaEventBuilder extends Widget<BuilderQuestion, BuilderAnswer, Messages> {
  static override styles = [...Widget.styles, formStyles, eventBuilderStyles];

  /** A definition to show, instead of asking for one. Without a back end it can be read, not changed. */
  @property({ attribute: false }) data: EventDefinition | undefined;

  /** The id of the event to edit; empty for a new one. */
  @property({ attribute: 'event-id' }) eventId = '';

  /** The name that a new event begins with: one that comes in without a definition. */
  @property({ attribute: 'new-name' }) newName = '';

  /** The title; default the event’s display name, or “New event”. */
  @property() heading: string | undefined;

  @state() private step: Step = 'names';
  @state() private dryRun: DryRunState;
  @state() private pages: readonly string[] = [];

  readonly #session = new BuilderSession(this);
  readonly #reorder = new ReorderController(this);
  readonly #confirms = new ConfirmController(this);
  readonly #later = this.kit<typeof LaterKit>(() => import('./later-kit.js'));
  #records: TestRecordsController | undefined;
  #opened: BuilderAnswer | undefined;
  #given: BuilderAnswer | undefined;
  #focus: string | undefined;
  #savedAt: number | undefined;
  #pagesOf = '';

  constructor() {
    super(texts);
    new LeavingController(this, () => this.hasUnsavedChanges);
  }

  /** Whether something has been filled in that is not saved. */
  get hasUnsavedChanges(): boolean {
    return this.#opened !== undefined && !this.#isReadOnly && this.#session.isDirty;
  }

  /** Asks the reader before something unsaved is left; resolves to whether it may be left. For the links of a host. */
  async mayLeave(): Promise<boolean> {
    const { words } = this;
    if (!this.hasUnsavedChanges || !words) return true;
    return this.#confirms.ask({
      title: words.get('form.leave.title'),
      text: words.get('form.leave.text'),
      confirm: words.get('form.leave.go'),
      cancel: words.get('form.leave.stay'),
      isDanger: true,
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data'))
      this.#given = this.data && { app: '', me: undefined, saved: { body: this.data, etag: '' } };
    super.willUpdate(changed);
    const answer = this.shown?.answer;
    if (answer === this.#opened) return;
    const isOther = answer?.saved?.body.id !== this.#session.saved?.body.id || answer?.app !== this.#opened?.app;
    this.#opened = answer;
    if (!answer) return;
    if (isOther) this.step = 'names';
    this.#session.open(this.#place(answer), answer.saved);
    const { draft, saved } = this.#session;
    if (this.newName && !saved && draft.name === '') this.#session.change({ ...draft, name: this.newName });
  }

  protected override updated(): void {
    this.#watch();
    if (this.step === 'actions' && this.#opened) void this.#suggestPages(this.#opened.app);
    if (this.#focus && focusField(this.shadowRoot, this.#focus)) this.#focus = undefined;
  }

  protected override given(): BuilderAnswer | undefined {
    return this.#given;
  }

  protected override question({ app }: ScopeSettings): BuilderQuestion | Missing {
    return app ? { app, id: this.eventId } : 'app';
  }

  protected override async ask(
    client: Client,
    { app, id }: BuilderQuestion,
    options: AskOptions,
  ): Promise<BuilderAnswer> {
    const { events } = createDefinitionsClient(client);
    const [me, saved] = await Promise.all([client.me(options), id ? events.get(app, id, options) : undefined]);
    return { app, me, saved };
  }

  protected override subject({ app, id }: BuilderQuestion): string {
    return `${app} ${id}`;
  }

  protected override meta(): Meta {
    return localMeta(this.settingsInForce, this.clock());
  }

  protected override isEmpty(): boolean {
    return false;
  }

  protected override within({ app }: BuilderQuestion): { scope: Scope; query: RangeQuery } {
    return { scope: `apps/${app}`, query: {} };
  }

  protected override knownValues(): PartValues {
    return new Map();
  }

  get #isReadOnly(): boolean {
    return !this.asked || !this.#opened?.me?.permissions.includes('events.write');
  }

  #place({ app, me }: BuilderAnswer) {
    const who = [this.identity ?? '', me?.name ?? '', app];
    return { client: this.asked, app, key: (id: string) => `ma-event-builder:${JSON.stringify([...who, id])}` };
  }

  /** Test mode is watched only where it is looked at. */
  #watch(): void {
    const { saved, isDirty } = this.#session;
    const client = this.asked;
    const app = this.#opened?.app;
    const isTested = this.step === 'publish' && saved?.body.state === 'testing' && !isDirty && this.isNear;
    if (!isTested || !client || !app) this.#records?.watch(undefined);
    else {
      const { events } = createDefinitionsClient(client);
      this.#records?.watch(`${saved.body.id} ${saved.etag}`, (signal) =>
        events.testRecords(app, saved.body.id, { page_size: 20 }, { signal }),
      );
    }
  }

  async #suggestPages(app: string): Promise<void> {
    const client = this.asked;
    if (!client || this.#pagesOf === app) return;
    this.#pagesOf = app;
    const report = await client.values(`apps/${app}`, { field: 'page_path', limit: 200 }).catch(() => undefined);
    this.pages = report?.values.flatMap(({ value }) => (value === null ? [] : [String(value)])) ?? [];
  }

  readonly #show = (step: Step): void => {
    this.step = step;
  };

  readonly #handleCheck = async (): Promise<void> => {
    if (this.#session.busy) return;
    if (!(await this.#session.check())) this.#goToFault();
  };

  readonly #handleGoal = async (goal: Goal, act = () => this.#session.reach(goal)): Promise<void> => {
    const outcome = await act();
    if (outcome === 'faults') this.#goToFault(this.#session.faults(goal)[0]?.id);
    else if (outcome === 'conflict') this.#focus = 'conflict';
    else if (outcome !== 'failed') this.#saved(outcome);
    this.requestUpdate();
  };

  readonly #handleDryRun = async (): Promise<void> => {
    const { asked: client } = this;
    const { saved } = this.#session;
    if (!client || !saved || !this.#opened) return;
    this.dryRun = 'pending';
    const { events } = createDefinitionsClient(client);
    this.dryRun = await events.dryRun(this.#opened.app, saved.body.id).catch(() => 'failed' as const);
  };

  readonly #handleRetype = (field: string, type: FieldType): void => {
    const { draft } = this.#session;
    let next = draft;
    for (const [action, { data }] of draft.actions.entries())
      for (const [index, one] of data.entries())
        if (one.field === field) next = withData(next, action, index, { type });
    this.#session.change(next);
  };

  readonly #handleClose = async (): Promise<void> => {
    if (await this.mayLeave()) this.dispatchEvent(new EventCloseEvent());
  };

  #saved({ body }: Saved): void {
    this.#savedAt = (this.settingsInForce.now ?? Date.now)();
    this.dryRun = undefined;
    this.dispatchEvent(new EventSaveEvent(body));
  }

  /** Shows the step of the first fault, and gives the focus to its field. */
  #goToFault(id = this.#session.faults()[0]?.id): void {
    if (!id) return;
    this.step = stepOf(id);
    this.#focus = id;
    this.requestUpdate();
  }

  protected override renderWidget(texts: BuilderTexts | undefined): TemplateResult {
    const { body } = this.state;
    const { saved } = this.#session;
    const isOpen = texts && body === 'data' && this.#opened;
    const title = this.heading ?? (isOpen && saved ? saved.body.display_name : (texts?.get('builder.new') ?? ''));
    return html`
      <section
        class="frame ${this.bare ? 'bare' : ''}"
        part="frame"
        lang=${this.language}
        dir=${this.direction}
        aria-label=${title || nothing}
        aria-busy=${body === 'pending' || this.#session.busy !== undefined}
      >
        <header class="head" part="head">
          <div class="titles">
            <h2>${title}</h2>
            <p class="context">${isOpen ? this.#context(texts) : nothing}</p>
          </div>
          ${isOpen ? html`<span class="state ${this.#state}">${texts.get(`event.state.${this.#state}`)}</span>` : nothing}
        </header>
        ${isOpen ? this.#renderWizard(texts) : this.#renderSaid(texts)} ${this.#confirms.render()}
      </section>
    `;
  }

  get #state(): EventDefinition['state'] {
    const { saved, isDirty } = this.#session;
    return saved && !isDirty ? saved.body.state : 'draft';
  }

  #context(texts: BuilderTexts): string {
    const { saved } = this.#session;
    if (!saved) return texts.get('builder.context.new');
    if (this.#state === 'draft')
      return texts.get(saved.body.published ? 'builder.context.newer' : 'builder.context.draft');
    return texts.get(`builder.context.${this.#state}`);
  }

  /** A state without a definition; the skeleton is as high as the form. */
  #renderSaid(texts: BuilderTexts | undefined): TemplateResult {
    const isPending = !texts || this.state.body === 'pending';
    return html`<div class="body" part="body">
        ${
          isPending
            ? html`<div class="says bones"><i class="bone"></i><i class="bone"></i><i class="bone"></i></div>`
            : html`<div class="says">${message(this.stateMessage(texts))}</div>`
        }
      </div>
      <footer class="foot" part="foot">
        <p class="status">${isPending ? texts?.get('status.loading') : nothing}</p>
      </footer>`;
  }

  #renderWizard(texts: BuilderTexts): TemplateResult {
    const view = this.#view(texts);
    const { conflict } = this.#session;
    const needsKit = conflict !== undefined || this.step !== 'names';
    const kit = needsKit ? this.#later.parts : undefined;
    if (kit) this.#records ??= new kit.TestRecordsController(this);
    const later = kit ? this.#laterView(view) : undefined;
    return html`
      <div class="body wizard" part="body">
        ${wizardSteps({
          ...{ texts, step: this.step, isReported: view.draft.method === 'api', show: this.#show },
          markOf: (step) => this.#markOf(step),
        })}
        <div class="room">
          ${this.#renderNotices(texts)}
          ${
            kit && later && conflict
              ? kit.conflictPanel(
                  conflict,
                  {
                    keepMine: () => void this.#handleGoal('save', () => this.#session.keepMine()),
                    takeTheirs: () => this.#session.takeTheirs(),
                    later: () => this.#session.postpone(),
                  },
                  later,
                )
              : nothing
          }
          ${this.#renderStep(view, kit, later)}
        </div>
      </div>
      ${this.#renderFoot(texts)}
    `;
  }

  #renderStep(view: BuilderView, kit: typeof LaterKit | undefined, later: LaterView | undefined): unknown {
    if (this.step === 'names') return namesStep(view);
    if (this.step === 'actions')
      return html`${actionsStep(view)}${view.draft.method === 'api' && kit && later ? kit.codePanel(later) : nothing}`;
    if (!kit || !later) return html`<div class="bones"><i class="bone"></i><i class="bone"></i></div>`;
    return this.step === 'check' ? kit.checkStep(later) : kit.publishStep(later);
  }

  #renderNotices(texts: BuilderTexts): unknown {
    const session = this.#session;
    const { asked, step } = this;
    const faults = session.saysAll ? session.faults() : [];
    return html`
      ${
        this.#isReadOnly
          ? html`<p class="notice" role="note">
              ${texts.get('event.readOnly')}
              ${asked ? texts.get('event.needs', { permission: 'events.write' }) : nothing}
            </p>`
          : nothing
      }
      ${
        session.isRestored
          ? html`<p class="notice" role="status">
              ${texts.get('builder.restored')}
              <button class="cure" type="button" data-do="discard" @click=${() => session.discard()}>
                ${texts.get('builder.discard')}
              </button>
            </p>`
          : nothing
      }
      ${step !== 'publish' && faults.length > 0 ? faultSummary(summaryFaults(faults, texts), texts, (id) => this.#goToFault(id)) : nothing}
    `;
  }

  #renderFoot(texts: BuilderTexts): TemplateResult {
    const session = this.#session;
    const { failure } = session;
    const failed = failure && {
      text: failureText(session, texts),
      retry: (): void => void (failure.goal === 'fields' ? this.#handleCheck() : this.#handleGoal(failure.goal)),
    };
    return builderFoot({
      ...{ texts, failed, step: this.step, busy: session.busy, isReadOnly: this.#isReadOnly },
      progress: this.#progress(texts),
      canSave: session.isDirty && !session.busy,
      show: this.#show,
      close: () => void this.#handleClose(),
      save: () => void this.#handleGoal('save'),
    });
  }

  #progress(texts: BuilderTexts): string {
    const { isDirty, saved } = this.#session;
    if (this.#isReadOnly) return '';
    if (isDirty) return texts.get('form.unsaved');
    if (!saved || this.#savedAt === undefined) return '';
    return texts.get('builder.saved', { time: this.formats(texts).time(new Date(this.#savedAt).toISOString()) });
  }

  #markOf(step: Step): 'good' | 'bad' | undefined {
    const session = this.#session;
    if (step === 'check') return session.isChecked ? 'good' : undefined;
    if (step === 'publish') return this.#state === 'published' ? 'good' : undefined;
    const mine = (faults: readonly BuilderFault[]): boolean => faults.some(({ id }) => stepOf(id) === step);
    if (!mine(session.faults()))
      return step === 'actions' && checkFaults(session.draft).length > 0 ? undefined : 'good';
    return session.saysAll ? 'bad' : undefined;
  }

  #view(texts: BuilderTexts): BuilderView {
    const session = this.#session;
    return {
      ...{ texts, formats: this.formats(texts), draft: session.draft, pages: this.pages, reorder: this.#reorder },
      isNew: !session.saved,
      isReadOnly: this.#isReadOnly,
      faultOf: (id) => {
        const fault = session.faultOf(id);
        return fault && faultText(fault, texts);
      },
      cureOf: (id) => (id === 'name' ? this.#cureOfName() : undefined),
      change: (draft) => session.change(draft),
      left: (id) => session.leave(id),
    };
  }

  #laterView(view: BuilderView): LaterView {
    const session = this.#session;
    const mayPublish = this.#opened?.me?.permissions.includes('events.publish');
    return {
      ...(view as Omit<BuilderView, 'texts'> & Pick<LaterView, 'texts'>),
      ...{ app: this.#opened!.app, saved: session.saved, isDirty: session.isDirty, isChecked: session.isChecked },
      ...{ busy: session.busy, fields: session.fields, dryRun: this.dryRun, records: this.#records! },
      lacks: mayPublish ? undefined : 'events.publish',
      check: () => void this.#handleCheck(),
      retype: this.#handleRetype,
      runDry: () => void this.#handleDryRun(),
      go: (goal) => void this.#handleGoal(goal),
    };
  }

  /** The nearest name that follows the rules and is free. */
  #cureOfName(): string | undefined {
    const { draft, takenNames } = this.#session;
    const name = suggestName(draft.name);
    if (!name) return undefined;
    const free = takenNames.has(name) ? freeName(name, takenNames) : name;
    return free === draft.name ? undefined : free;
  }
}
