import type { PropertyValues } from 'lit';
import { initialState, Task, TaskStatus } from '@lit/task';
import type { Catalog, Meta } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { RequestError } from '#client/request-error.js';
import { builtInCatalog, catalogFrom } from './catalog.js';
import { ComebackController } from './comeback-controller.js';
import { ReportErrorEvent } from './events.js';
import { ScopedElement } from './scoped-element.js';
import type { ScopeSettings } from './scope-settings.js';
import { turn } from './turn.js';
import { VisibilityController } from './visibility-controller.js';
import { type WidgetState, widgetState } from './widget-state.js';

/** What is missing to ask with. */
export type Missing = 'client' | 'app' | 'metric';

/** An answer with what is needed to read it. */
export interface Shown<Question, Answer> {
  readonly answer: Answer;
  readonly catalog: Catalog;
  /** What was asked; nothing where the host gave the answer as `data`. */
  readonly question: Question | undefined;
  readonly key: string;
  readonly subject: string;
  /** When the answer came, by the scope's clock. */
  readonly at: number;
}

interface Plan<Question> {
  readonly settings: ScopeSettings;
  readonly question: Question | undefined;
  readonly missing: Missing | undefined;
  readonly key: string;
  readonly subject: string;
}

/**
 * An element that puts its settings into a question, asks its client (or takes `data`), and knows the state it is in.
 * It never throws in the host's page: a failure is a state and a `report-error`. What it looks like is the widget's.
 */
export abstract class AskingElement<Question extends object, Answer extends object> extends ScopedElement {
  protected readonly comeback = new ComebackController(this);
  readonly #visibility = new VisibilityController(this);

  /** The answer on show; nothing while there is none that may be shown. */
  protected shown: Shown<Question, Answer> | undefined;
  /** The catalogue in force, also where there is no answer: names of metrics come from it. */
  protected catalogInForce: Catalog | undefined;
  /** Why the last question failed, and when. */
  protected failure: { readonly error: Error; readonly at: number } | undefined;

  #plan: Plan<Question> = { settings: {}, question: undefined, missing: 'client', key: '', subject: '' };
  #round = 0;
  #isForced = false;
  #wasAborted = false;

  readonly #task = new Task(this, {
    args: () => this.#arguments(),
    task: (_, { signal }) => this.#run(signal),
    onComplete: (shown) => this.#complete(shown),
    onError: (error) => this.fail(error),
  });

  /**
   * The answer that the host has set as `data`; nothing is asked then. The same object as long as it is the same
   * answer: another one is a new answer.
   */
  protected abstract given(): Answer | undefined;

  /** What to ask with these settings, as plain data; or what is missing to ask with. */
  protected abstract question(settings: ScopeSettings): Question | Missing;

  /** Asks. Several reports may be asked at once; the client sends them in one request. */
  protected abstract ask(client: Client, question: Question, options: AskOptions): Promise<Answer>;

  /** What an answer is about: an answer about another subject is never shown, not even dimmed. */
  protected abstract subject(question: Question): string;

  /** What the answer says of itself. */
  protected abstract meta(answer: Answer): Meta;

  /** Whether the answer holds nothing to show. */
  protected abstract isEmpty(answer: Answer): boolean;

  /** Asks again, also where an answer is kept. The old answer stays, dimmed, until the new one is there. */
  refresh(): void {
    this.#isForced = true;
    this.#round++;
    this.requestUpdate();
  }

  /** The settings that the present question was made from. */
  protected get settingsInForce(): ScopeSettings {
    return this.#plan.settings;
  }

  /** The state to show. */
  protected get state(): WidgetState & { readonly missing: Missing | undefined } {
    const { missing, key } = this.#plan;
    return {
      missing,
      ...widgetState({
        missing,
        isAsking: this.isAsking,
        error: this.failure?.error,
        hasAnswer: this.shown !== undefined,
        isAnswered: this.shown?.key === key,
        isEmpty: this.shown !== undefined && this.isEmpty(this.shown.answer),
      }),
    };
  }

  /** Whether the widget is near the viewport now; it updates when that changes. */
  protected get isNear(): boolean {
    return this.#visibility.isNear;
  }

  /** Whether a question is on its way. */
  protected get isAsking(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** The client to ask, for what a widget asks beside its report (the parts of a number). */
  protected get asked(): Client | undefined {
    return this.given() || this.#plan.missing ? undefined : this.#plan.settings.client;
  }

  /** The scope's clock; it is only asked where a clock was given or the answer was asked for. */
  protected clock(): number | undefined {
    const { now } = this.#plan.settings;
    return now ? now() : this.given() ? undefined : Date.now();
  }

  /** Turns a failure into a state and one event. */
  protected fail(thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const isAborted = (error as Partial<RequestError>).kind === 'aborted';
    if (isAborted && (!this.isConnected || this.#askAfterAbort())) return;
    this.failure = { error, at: (this.#plan.settings.now ?? Date.now)() };
    this.comeback.await(error);
    this.#nameThings();
    this.dispatchEvent(new ReportErrorEvent(error));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#round++; // a question that was given up when it left the page is asked again
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#task.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#plan = this.#makePlan();
    if (this.shown && this.shown.subject !== this.#plan.subject) this.shown = undefined;
    this.catalogInForce = this.#plan.settings.catalog ?? this.catalogInForce;
    if (this.#plan.missing) this.#nameThings();
  }

  /** Without an answer the built-in catalogue says what things are called. */
  #nameThings(): void {
    if (this.catalogInForce) return;
    void builtInCatalog().then((catalog) => {
      this.catalogInForce ??= catalog;
      this.requestUpdate();
    });
  }

  /** Whatever changes here is asked anew. */
  #arguments() {
    const { key, settings } = this.#plan;
    const given = this.given();
    return [key, given, settings.catalog, this.#round, given !== undefined || this.#visibility.wasNear] as const;
  }

  #makePlan(): Plan<Question> {
    const { settings } = this;
    const { client } = settings;
    if (this.given()) return { settings, question: undefined, missing: undefined, key: 'data', subject: 'data' };
    const found = this.question(settings);
    if (!client || typeof found === 'string') {
      const missing = client && typeof found === 'string' ? found : 'client';
      return { settings, question: undefined, missing, key: '', subject: '' };
    }
    const who = numberOf(client);
    return {
      settings,
      question: found,
      missing: undefined,
      key: `${who} ${JSON.stringify(found)}`,
      subject: `${who} ${this.subject(found)}`,
    };
  }

  async #run(signal: AbortSignal): Promise<Shown<Question, Answer> | typeof initialState> {
    const { settings, question, key, subject } = this.#plan;
    const given = this.given();
    const refresh = this.#isForced;
    const shownBy = async (answer: Answer, catalog: Catalog | Promise<Catalog>) => {
      const known = await catalog;
      return { answer, catalog: known, question, key, subject, at: (settings.now ?? Date.now)() };
    };
    if (given) return shownBy(given, settings.catalog ?? builtInCatalog());
    const { client } = settings;
    if (!question || !client || !this.#visibility.wasNear) return initialState;
    this.#isForced = false;
    const asked = this.ask(client, question, { signal, refresh });
    const [answer, catalog] = await Promise.all([asked, settings.catalog ?? catalogFrom(client, signal)]);
    const drawn = () => this.#task.taskComplete.then(() => this.updateComplete);
    await turn({ isNear: this.isNear, drawn, place: this });
    return shownBy(answer, catalog);
  }

  #complete(shown: Shown<Question, Answer>): void {
    this.shown = shown;
    this.catalogInForce = shown.catalog;
    this.failure = undefined;
    this.#wasAborted = false;
    this.comeback.forget();
  }

  /**
   * The client gave the question up, as it does when the identity behind it changes: the numbers on show are not ours
   * any more, and the question is asked once more. A client that gives that up too has failed.
   */
  #askAfterAbort(): boolean {
    this.shown = undefined;
    this.#wasAborted = !this.#wasAborted;
    if (this.#wasAborted) this.#round++;
    return this.#wasAborted;
  }
}

const numbers = new WeakMap<Client, number>();
let clients = 0;

/** A number for a client, so that a question to another one is another question. */
function numberOf(client: Client): number {
  let number = numbers.get(client);
  if (number === undefined) numbers.set(client, (number = ++clients));
  return number;
}
