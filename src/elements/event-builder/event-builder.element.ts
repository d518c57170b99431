import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { EventDefinition, Meta, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import { createDefinitionsClient } from '#client/definitions.js';
import type { AskOptions } from '#client/session.js';
import { eventTexts } from '#i18n/event/section.js';
import { eventBuilderTexts } from '#i18n/event-builder/section.js';
import { formTexts } from '#i18n/form/section.js';
import { joined } from '#i18n/section.js';
import type { Missing } from '../base/asking-element.js';
import { ConfirmController } from '../base/confirm-controller.js';
import { localMeta } from '../base/local-meta.js';
import type { PartValues } from '../base/explanation-controller.js';
import { formStyles } from '../base/form.styles.js';
import { LeavingController } from '../base/leaving-controller.js';
import { message } from '../base/message.js';
import { property } from '../base/property.js';
import { ReorderController } from '../base/reorder-controller.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { ScopedElement } from '../base/scoped-element.js';
import { SeenValues } from '../base/seen-values.js';
import { Widget } from '../base/widget.js';
import { eventBuilderStyles } from './event-builder.styles.js';
import { EventCloseEvent } from './events.js';
import type { BuilderMessages, BuilderTexts } from './step-view.js';
import { type BuilderAnswer, Wizard } from './wizard.js';
import { contextOf, wizardView } from './wizard-view.js';

interface BuilderQuestion {
  readonly app: string;
  /** Empty for a new event. */
  readonly id: string;
}

const texts = joined(joined(eventBuilderTexts, eventTexts), formTexts);
/** So many pages are suggested. */
const MOST_PAGES = 200;

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
export class MaEventBuilder extends Widget<BuilderQuestion, BuilderAnswer, BuilderMessages> {
  static override styles = [...Widget.styles, formStyles, eventBuilderStyles];

  readonly #reorder = new ReorderController(this);
  readonly #confirms = new ConfirmController(this);
  readonly #values = new SeenValues(this);
  readonly #wizard = new Wizard(this, {
    kits: {
      actions: this.kit(() => import('./actions-kit.js')),
      later: this.kit(() => import('./later-kit.js')),
      saving: this.kit(() => import('./saving-kit.js')),
      trial: this.kit(() => import('./trial-kit.js')),
    },
    client: () => this.asked,
    now: () => (this.settingsInForce.now ?? Date.now)(),
    identity: () => this.identity ?? (this.settings.scope as ScopedElement | undefined)?.identity ?? '',
  });
  #given: BuilderAnswer | undefined;

  /** A definition to show, instead of asking for one. Without a back end it can be read, not changed. */
  @property({ attribute: false }) data: EventDefinition | undefined;

  /** The id of the event to edit; empty for a new one. */
  @property({ attribute: 'event-id', useDefault: true }) eventId = '';

  /** The name that a new event begins with: one that comes in without a definition. */
  @property({ attribute: 'new-name', useDefault: true }) newName = '';

  /** The title; default the event’s display name, or “New event”. */
  @property() heading: string | undefined;

  constructor() {
    super(texts);
    new LeavingController(this, () => this.hasUnsavedChanges);
  }

  /** Whether something has been filled in that is not saved. */
  get hasUnsavedChanges(): boolean {
    return this.#wizard.isUnsaved;
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
    if (answer !== this.#wizard.opened) this.#wizard.open(answer, this.newName);
  }

  protected override updated(): void {
    this.#wizard.drawn(this.isNear);
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

  readonly #handleClose = async (): Promise<void> => {
    if (await this.mayLeave()) this.dispatchEvent(new EventCloseEvent());
  };

  protected override renderWidget(texts: BuilderTexts | undefined): TemplateResult {
    const { body } = this.state;
    const { saved, busy } = this.#wizard.session;
    const { state } = this.#wizard;
    const isOpen = texts && body === 'data' && this.#wizard.opened;
    const title = this.heading ?? (isOpen && saved ? saved.body.display_name : (texts?.get('builder.new') ?? ''));
    return html`
      <section
        class="frame ${this.bare ? 'bare' : ''}"
        part="frame"
        lang=${this.language}
        dir=${this.direction}
        aria-label=${title || nothing}
        aria-busy=${body === 'pending' || busy !== undefined}
      >
        <header class="head" part="head">
          <div class="titles">
            <h2>${title}</h2>
            <p class="context">${isOpen ? contextOf(this.#wizard, texts) : nothing}</p>
          </div>
          ${isOpen ? html`<span class="state ${state}">${texts.get(`event.state.${state}`)}</span>` : nothing}
        </header>
        ${isOpen ? this.#renderWizard(texts) : this.#renderSaid(texts)} ${this.#confirms.render()}
      </section>
    `;
  }

  #renderWizard(texts: BuilderTexts): TemplateResult {
    return wizardView({
      ...{ host: this, wizard: this.#wizard, texts, formats: this.formats(texts), reorder: this.#reorder },
      pages: this.#wizard.step === 'actions' && this.asked ? this.#pages : [],
      isAsked: this.asked !== undefined,
      close: () => void this.#handleClose(),
    });
  }

  get #pages(): readonly string[] {
    const { answer } = this.#values.read(this.settings, { field: 'page_path', limit: MOST_PAGES });
    return answer?.values.flatMap(({ value }) => (value === null ? [] : [String(value)])) ?? [];
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
}
