import type { LitElement } from 'lit';
import type { EventDefinition } from '#contract/api.js';
import { fieldsOf } from '#contract/fields-of.js';
import type { Client } from '#client/client.js';
import { createDefinitionsClient } from '#client/definitions.js';
import type { RequestError } from '#client/request-error.js';
import { DraftStore } from '../base/draft-store.js';
import { TypingController } from '../base/typing-controller.js';
import { type BuilderFault, firstOfEach, nameFaults, serverFaults, type TakenNames } from './builder-faults.js';
import { type Draft, draftOf, inputOf, isDraft, isSame, keyOf, newDraft } from './draft.js';
import type { CheckedField, lookUpFields } from './field-lookup.js';
import type { Conflict, Goal, Saved } from './saving.js';
import type * as LaterKit from './later-kit.js';
import type * as SavingKit from './saving-kit.js';

/** Where an event is edited. */
export interface Place {
  readonly client: Client | undefined;
  readonly app: string;
  /** Whose draft it is, and of what: drafts are kept under it. */
  readonly key: (id: string) => string;
}

/** A draft as it is kept over a reload, with the version that it was made from. */
interface Kept {
  readonly draft: Draft;
  readonly saved?: Saved | undefined;
}

const isKept = (value: unknown): value is Kept => isDraft((value as Partial<Kept> | null)?.draft);

/** What a session is made with, which is loaded when it is needed. */
export interface SessionParts {
  readonly saving: () => Promise<typeof SavingKit>;
  readonly rules: () => Promise<typeof LaterKit>;
  /** The rules of actions, where they have come. */
  readonly known: () => typeof LaterKit | undefined;
}

const faulty = new Error('There is something to mend');

/** How a goal came out. */
export type Outcome = Saved | 'faults' | 'conflict' | 'failed';

/** One event being edited: its draft, what is saved of it, what is wrong with it, and what is under way. */
export class BuilderSession {
  draft: Draft = newDraft();
  saved: Saved | undefined;
  /** The field table of the last check; it holds for the configuration of `#checkedKey`. */
  fields: readonly CheckedField[] = [];
  /** What is under way. */
  busy: Goal | 'fields' | undefined;
  /** Why the last thing failed, and what it was. */
  failure: { readonly goal: Goal | 'fields'; readonly error: RequestError | Error } | undefined;
  /** What someone else has saved meanwhile. */
  conflict: Saved | undefined;
  /** The draft on show was kept from before the page was loaded. */
  isRestored = false;
  /** Everything that is wrong may be said, not only where somebody has been. */
  saysAll = false;

  readonly #host: LitElement;
  readonly #parts: SessionParts;
  readonly #typing: TypingController;
  readonly #drafts = new DraftStore(isKept);
  #place: Place | undefined;
  #taken: TakenNames = { names: new Set(), displayNames: new Set() };
  #refused: readonly BuilderFault[] = [];
  #left = new Set<string>();
  #checkedKey = '';
  #isUnsure = false;
  #round = 0;

  constructor(host: LitElement, parts: SessionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#typing = new TypingController(host);
  }

  /** Begins with what is saved, or anew; a draft that was kept goes on, with the version that it was made from. */
  open(place: Place, saved: Saved | undefined): void {
    const isGoingOn = this.#place && saved && this.saved?.body.id === saved.body.id && this.#place.app === place.app;
    this.#place = place;
    if (isGoingOn && this.isDirty) return;
    this.#reset(saved);
    const kept = this.#drafts.read(this.#key);
    if (!kept || isSame(inputOf(kept.draft), inputOf(this.draft))) return;
    this.draft = kept.draft;
    if (saved && kept.saved) this.saved = { body: kept.saved.body, etag: kept.saved.etag };
    this.isRestored = true;
    this.#host.requestUpdate();
  }

  /** Whether something has been filled in that is not saved. */
  get isDirty(): boolean {
    return !isSame(inputOf(this.draft), this.saved?.body ?? inputOf(newDraft()));
  }

  /** Whether exactly this configuration has been checked. */
  get isChecked(): boolean {
    return this.#checkedKey === keyOf(inputOf(this.draft)) || (this.saved?.body.checked === true && !this.isDirty);
  }

  /** Changes the draft and keeps it. What the back end refused is asked again. */
  change(draft: Draft): void {
    const { name, display_name: display } = this.draft;
    this.draft = draft;
    this.#refused = [];
    this.failure = undefined;
    this.#keep();
    if (!this.saved && (draft.name !== name || draft.display_name !== display))
      this.#typing.then(() => void this.#lookUpNames(), false);
    this.#host.requestUpdate();
  }

  /** Somebody has been in a field. */
  leave(id: string): void {
    this.#left.add(id);
    this.#host.requestUpdate();
  }

  /** Goes back to what is saved, or to nothing. */
  discard(): void {
    if (this.#place) this.#drafts.forget(this.#key);
    this.#reset(this.saved);
    this.#host.requestUpdate();
  }

  /** Everything that is known to be wrong, for a goal. */
  faults(goal: Goal = 'publish'): BuilderFault[] {
    const { draft } = this;
    const names = this.saved ? [] : nameFaults(draft, this.#taken);
    const rules = this.#parts.known();
    const own = goal === 'save' ? rules?.lengthFaults(draft) : rules?.checkFaults(draft);
    return firstOfEach([...names, ...(own ?? []), ...this.#refused]);
  }

  /** What is wrong with a field, where it is to be said by now: a name while it is typed, others once they were left. */
  faultOf(id: string): BuilderFault | undefined {
    const fault = this.faults().find((one) => one.id === id);
    if (!fault || this.saysAll || this.#left.has(id) || this.#refused.includes(fault)) return fault;
    const isTyped = (id === 'name' || id === 'display_name') && this.draft[id] !== '';
    return isTyped ? fault : undefined;
  }

  /** Names that others have, for a free one. */
  get takenNames(): ReadonlySet<string> {
    return this.#taken.names;
  }

  /** Looks at the fields and makes the table of what has come in under their names. */
  async check(lookUp: typeof lookUpFields): Promise<boolean> {
    const { client, app } = this.#place ?? {};
    this.saysAll = true;
    if (!client || !app || this.faults().length > 0) return this.#said(false);
    const input = inputOf(this.draft);
    const done = await this.#doing('fields', async () => {
      this.fields = await lookUp(client, `apps/${app}`, fieldsOf(input));
      this.#checkedKey = keyOf(input);
    });
    return done === 'done';
  }

  /** Saves, and goes on to the goal; what the draft was when it began is what is saved. */
  async reach(goal: Goal, over?: Saved): Promise<Outcome> {
    const { client, app } = this.#place ?? {};
    if (!client || !app || this.busy) return 'failed';
    this.saysAll ||= goal !== 'save';
    this.#refused = [];
    const came = await this.#doing(goal, async () => {
      const [rules, saving] = await Promise.all([this.#parts.rules(), this.#parts.saving()]);
      if (this.faults(goal).length > 0) throw faulty;
      const isWhole = goal === 'save' && this.isChecked && rules.checkFaults(this.draft).length === 0;
      await this.#save(saving, isWhole ? 'check' : goal, { client, app, saved: over ?? this.saved });
    });
    return came === 'done' && this.saved ? this.saved : came === 'done' ? 'failed' : came;
  }

  async #save(
    { reach, isUnclear }: typeof SavingKit,
    goal: Goal,
    { client, app, saved }: { readonly client: Client; readonly app: string; readonly saved: Saved | undefined },
  ): Promise<void> {
    const { events } = createDefinitionsClient(client);
    const saving = { events, app, input: inputOf(this.draft), saved, isUnsure: this.#isUnsure };
    try {
      await reach(goal, { ...saving, reached: (now) => this.#reached(now) });
    } catch (error) {
      if (!this.saved && isUnclear(error)) this.#isUnsure = true;
      throw error;
    }
  }

  /** Saves the draft over what someone else has saved. */
  async keepMine(): Promise<Outcome> {
    const { conflict } = this;
    this.conflict = undefined;
    if (!conflict) return 'failed';
    this.saved = conflict;
    return this.reach('save');
  }

  /** Takes what someone else has saved; the draft goes. */
  takeTheirs(): void {
    const { conflict } = this;
    this.conflict = undefined;
    if (!conflict) return;
    this.saved = conflict;
    this.discard();
  }

  /** Leaves the conflict for later: saving meets it again. */
  postpone(): void {
    this.conflict = undefined;
    this.#host.requestUpdate();
  }

  get #key(): string {
    return this.#place!.key(this.saved?.body.id ?? 'new');
  }

  #reset(saved: Saved | undefined): void {
    this.saved = saved;
    this.draft = saved ? draftOf(saved.body) : newDraft();
    this.fields = saved?.body.checked ? saved.body.fields.map(savedField) : [];
    this.failure = this.conflict = undefined;
    this.isRestored = this.saysAll = this.#isUnsure = false;
    this.#refused = [];
    this.#left = new Set();
    this.#checkedKey = '';
  }

  #keep(): void {
    if (!this.#place) return;
    if (this.isDirty) this.#drafts.keep(this.#key, { draft: this.draft, saved: this.saved });
    else this.#drafts.forget(this.#key);
  }

  #reached(saved: Saved): void {
    this.#drafts.forget(this.#key);
    this.saved = saved;
    this.isRestored = this.#isUnsure = false;
    this.#keep();
    this.#host.requestUpdate();
  }

  #said(isSo: boolean): boolean {
    this.#host.requestUpdate();
    return isSo;
  }

  /** Does something that may fail. A failure is a state; what was filled in stays. */
  async #doing(goal: Goal | 'fields', act: () => Promise<unknown>): Promise<'done' | 'conflict' | 'faults' | 'failed'> {
    this.busy = goal;
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      await act();
      return 'done';
    } catch (error) {
      return this.#failed(goal, error as Error);
    } finally {
      this.busy = undefined;
      this.#host.requestUpdate();
    }
  }

  #failed(goal: Goal | 'fields', error: Error): 'conflict' | 'faults' | 'failed' {
    if (error === faulty) {
      this.saysAll = true;
      return 'faults';
    }
    const { theirs } = error as Partial<Conflict>;
    if (theirs) {
      this.conflict = theirs;
      return 'conflict';
    }
    this.#refused = serverFaults((error as Partial<RequestError>).problem?.errors ?? []);
    this.failure = { goal, error };
    return this.#refused.length > 0 ? 'faults' : 'failed';
  }

  /** Asks whether others have the names; where that cannot be had, saving says it. */
  async #lookUpNames(): Promise<void> {
    const { client, app } = this.#place ?? {};
    const { name, display_name: display } = this.draft;
    if (!client || !app) return;
    const round = ++this.#round;
    const { events } = createDefinitionsClient(client);
    const find = (search: string): Promise<EventDefinition[]> =>
      search.trim() === ''
        ? Promise.resolve([])
        : events.list(app, { search, page_size: 200 }).then(
            ({ definitions }) => definitions,
            () => [],
          );
    const found = (await Promise.all([find(name), find(display)])).flat();
    if (round !== this.#round) return;
    this.#taken = {
      names: new Set(found.map((one) => one.name)),
      displayNames: new Set(found.map((one) => one.display_name)),
    };
    this.#host.requestUpdate();
  }
}

const savedField = ({ field, type, seen }: EventDefinition['fields'][number]): CheckedField => ({
  ...{ field, type, sample: null },
  arrives: seen ? [type] : [],
});
