import type { ReactiveControllerHost } from 'lit';
import type { SavedFunnel, SavedFunnelInput } from '#contract/api.js';
import { DraftStore } from '../base/draft-store.js';
import {
  copyOf,
  type DraftChange,
  draftOf,
  type FunnelDraft,
  inputFrom,
  inputOf,
  isChanged,
  isDraft,
  newDraft,
} from './draft.js';
import { type DraftFault, type DraftLimits, faultsOf } from './draft-rules.js';
import type { FunnelBook } from './funnel-book.js';
import type { SaveFailure } from './saving.js';

/** A funnel that was deleted, for as long as that can be taken back. */
export interface DeletedFunnel {
  readonly id: string;
  readonly input: SavedFunnelInput;
}

/** What reads failures, loaded with the first. */
type FailureReader = () => Promise<{ readonly failureOf: (error: Error) => SaveFailure }>;

/** Faults that are worth saying while one types, before anything is saved. */
const atOnce: readonly DraftFault['kind'][] = [
  ...(['nameTooLong', 'nameTaken', 'tooManySteps', 'windowNotWhole', 'windowTooLong', 'said'] as const),
];

/**
 * What is done with a draft: it is changed, saved, copied, deleted, and a failure loses nothing of it. It is kept under
 * the app's name until it is saved, so that a reload finds it again.
 */
export class DraftEditor {
  readonly #host: ReactiveControllerHost;
  readonly #book: FunnelBook;
  readonly #reader: FailureReader;
  readonly #drafts = new DraftStore(isDraft);
  #key: string | undefined;
  /** Faults that the back end found, until something changes. */
  #said: readonly DraftFault[] = [];
  #isChecked = false;
  draft: FunnelDraft = newDraft();
  isBusy = false;
  /** Why it has not been saved. */
  failure: SaveFailure | undefined;
  /** Why it has not been deleted, or opened. */
  error: Error | undefined;
  deleted: DeletedFunnel | undefined;

  constructor(host: ReactiveControllerHost, book: FunnelBook, reader: FailureReader) {
    this.#host = host;
    this.#book = book;
    this.#reader = reader;
  }

  /** Says whose funnels these are; finds the draft again that was kept for them. Answers whether there is one. */
  of(app: string): boolean {
    const key = `ma-funnel-builder ${app}`;
    if (key === this.#key) return false;
    const isFirst = this.#key === undefined;
    this.#key = key;
    const kept = this.#drafts.read(key);
    if (kept) this.#set(kept);
    else if (!isFirst) this.#set(newDraft());
    return kept !== undefined;
  }

  get isChanged(): boolean {
    return isChanged(this.draft);
  }

  /** What is wrong with the draft and worth saying now. */
  faults(limits: DraftLimits): readonly DraftFault[] {
    const own = faultsOf(this.draft, limits).filter(({ kind }) => this.#isChecked || atOnce.includes(kind));
    return [...own, ...this.#said.filter(({ place }) => !own.some((one) => one.place === place))];
  }

  /** Changes the draft. */
  change(change: DraftChange): void {
    this.draft = { ...this.draft, ...(typeof change === 'function' ? change(this.draft) : change) };
    this.#said = [];
    if (this.failure && this.failure.kind !== 'conflict') this.failure = undefined;
    this.#keep();
    this.#host.requestUpdate();
  }

  /** Begins with a funnel that is not saved, or with an empty one. */
  begin(funnel?: SavedFunnelInput): void {
    this.#set(funnel ? { ...newDraft(), ...draftOf(funnel), saved: undefined } : newDraft());
    this.#keep();
  }

  /** Opens a saved funnel, as it is now. */
  async open(id: string): Promise<boolean> {
    return this.#try(async () => {
      const { body, etag } = await this.#book.get(id);
      this.#set(draftOf(body, id, etag));
      this.#keep();
    });
  }

  /** Goes on with a copy, which is not saved yet. */
  copy(name: string): void {
    this.#set(copyOf(this.draft, name));
    this.#keep();
  }

  /** Goes back to what was saved. */
  revert(): void {
    const { saved, id, etag } = this.draft;
    this.#set(saved ? draftOf(saved, id, etag) : newDraft());
    this.#keep();
  }

  /** Saves the draft, where it has no faults. Answers what the back end has then. */
  async save(limits: DraftLimits, etag = this.draft.etag): Promise<SavedFunnel | undefined> {
    if (this.isBusy) return undefined;
    this.#isChecked = true;
    this.#host.requestUpdate();
    if (faultsOf(this.draft, limits).length > 0) return undefined;
    const { draft } = this;
    const id = this.failure?.kind === 'gone' ? undefined : draft.id;
    return this.#busy(async () => {
      try {
        const { body, etag: version } = await this.#book.save(inputOf(draft), id, etag);
        // What was typed while it was being saved is not in it.
        const typed = this.draft === draft ? undefined : this.draft;
        this.#set(draftOf(body, body.id, version));
        if (typed) this.draft = { ...typed, id: body.id, etag: version, saved: inputFrom(body) };
        this.#keep();
        return body;
      } catch (error) {
        this.failure = await this.#read(error as Error);
        this.#said = this.failure.kind === 'faults' ? this.failure.faults : [];
        return undefined;
      }
    });
  }

  /** Saves over the version of somebody else. */
  async keepMine(limits: DraftLimits): Promise<SavedFunnel | undefined> {
    return this.failure?.kind === 'conflict' ? this.save(limits, this.failure.etag) : undefined;
  }

  /** Goes on with the version of somebody else. */
  takeTheirs(): void {
    if (this.failure?.kind !== 'conflict') return;
    const { theirs, etag } = this.failure;
    this.#set(draftOf(theirs, theirs.id, etag));
    this.#keep();
  }

  /** Deletes the saved funnel and begins a new one. Answers the id that it had. */
  async delete(): Promise<string | undefined> {
    const { id, etag, saved } = this.draft;
    if (!id || !saved || this.isBusy) return undefined;
    const isDone = await this.#try(() => this.#book.delete(id, etag));
    if (!isDone) return undefined;
    this.#set(newDraft());
    this.deleted = { id, input: saved };
    this.#keep();
    return id;
  }

  /** Takes a deletion back: the funnel is saved again, under another id. */
  async undo(): Promise<SavedFunnel | undefined> {
    const { deleted } = this;
    if (!deleted || this.isBusy) return undefined;
    let saved: SavedFunnel | undefined;
    await this.#try(async () => {
      const { body, etag } = await this.#book.save(deleted.input, undefined);
      saved = body;
      this.#set(draftOf(body, body.id, etag));
      this.#keep();
    });
    return saved;
  }

  /** Offline what reads it may be missing: it has failed all the same. */
  async #read(error: Error): Promise<SaveFailure> {
    try {
      return (await this.#reader()).failureOf(error);
    } catch {
      return { kind: 'failed', error };
    }
  }

  #set(draft: FunnelDraft): void {
    this.draft = draft;
    this.failure = this.error = this.deleted = undefined;
    this.#said = [];
    this.#isChecked = false;
    this.#host.requestUpdate();
  }

  #keep(): void {
    if (this.#key === undefined) return;
    if (this.isChanged) this.#drafts.keep(this.#key, this.draft);
    else this.#drafts.forget(this.#key);
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    this.error = undefined;
    return this.#busy(async () => {
      try {
        await act();
        return true;
      } catch (error) {
        this.error = error as Error;
        return false;
      }
    });
  }

  async #busy<Result>(act: () => Promise<Result>): Promise<Result> {
    this.isBusy = true;
    this.#host.requestUpdate();
    try {
      return await act();
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }
}
