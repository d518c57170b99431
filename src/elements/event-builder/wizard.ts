import type { LitElement } from 'lit';
import type { EventDefinition, Me } from '#contract/api.js';
import type { Client } from '#client/client.js';
import { focusField } from '../base/form-faults.js';
import type { Kit } from '../base/kit.js';
import type * as ActionsKit from './actions-kit.js';
import { type Step, stepOf } from './builder-faults.js';
import { BuilderSession, type Outcome } from './builder-session.js';
import { EventSaveEvent } from './events.js';
import type { Goal, Saved } from './saving.js';
import type * as LaterKit from './later-kit.js';
import type * as SavingKit from './saving-kit.js';
import { freeName, suggestName } from './suggest-name.js';
import type { Trial } from './trial.js';
import type * as TrialKit from './trial-kit.js';

/** What a builder has asked for: an event, or room for a new one, and who asks. */
export interface BuilderAnswer {
  readonly app: string;
  readonly me: Me | undefined;
  readonly saved: Saved | undefined;
}

/** The parts of the wizard that are loaded when they are needed. */
export interface WizardKits {
  readonly actions: Kit<typeof ActionsKit>;
  readonly later: Kit<typeof LaterKit>;
  readonly saving: Kit<typeof SavingKit>;
  readonly trial: Kit<typeof TrialKit>;
}

/** What the wizard knows of the element around it. */
export interface WizardRoom {
  readonly kits: WizardKits;
  /** Whom to ask; nobody where the definition was given. */
  readonly client: () => Client | undefined;
  readonly now: () => number;
  /** Whose drafts these are, beside their author and app. */
  readonly identity: () => string;
}

/** The wizard: which step is open, what its buttons do, and what is under way. */
export class Wizard {
  readonly kits: WizardKits;
  readonly session: BuilderSession;
  step: Step = 'names';
  /** What was asked for, once it is there. */
  opened: BuilderAnswer | undefined;
  /** When it was last saved. */
  savedAt: number | undefined;
  readonly #room: WizardRoom;
  readonly #host: LitElement;
  #trial: Trial | undefined;
  #needsRules = false;
  #focus: string | undefined;

  constructor(host: LitElement, room: WizardRoom) {
    this.#host = host;
    this.#room = room;
    this.kits = room.kits;
    this.session = new BuilderSession(host, {
      saving: () => this.kits.saving.ready(),
      rules: () => this.kits.later.ready(),
      known: () => this.rules,
    });
  }

  /** The rules of actions, once somebody has come so far. */
  get rules(): typeof LaterKit | undefined {
    this.#needsRules ||= this.step !== 'names' || this.session.saysAll;
    return this.#needsRules ? this.kits.later.parts : undefined;
  }

  get isReadOnly(): boolean {
    return !this.#room.client() || !this.opened?.me?.permissions.includes('events.write');
  }

  /** Whether something has been filled in that is not saved. */
  get isUnsaved(): boolean {
    return this.opened !== undefined && !this.isReadOnly && this.session.isDirty;
  }

  /** As the reader is to see it: what is changed is a draft. */
  get state(): EventDefinition['state'] {
    const { saved, isDirty } = this.session;
    return saved && !isDirty ? saved.body.state : 'draft';
  }

  /** Goes on with an answer; another event begins with the first step. */
  open(answer: BuilderAnswer | undefined, newName: string): void {
    const { session } = this;
    const isOther = answer?.saved?.body.id !== session.saved?.body.id || answer?.app !== this.opened?.app;
    this.opened = answer;
    if (!answer) return;
    if (isOther) this.step = 'names';
    const { app, me, saved } = answer;
    const who = [this.#room.identity(), me?.name ?? '', app];
    const key = (id: string): string => `ma-event-builder:${JSON.stringify([...who, id])}`;
    session.open({ client: this.#room.client(), app, key }, saved);
    if (newName && !session.saved && session.draft.name === '') session.change({ ...session.draft, name: newName });
  }

  /** Called when the element has been drawn. */
  drawn(isNear: boolean): void {
    this.#watch(isNear);
    if (this.#focus && focusField(this.#host.shadowRoot, this.#focus)) this.#focus = undefined;
  }

  readonly show = (step: Step): void => {
    this.step = step;
    this.#host.requestUpdate();
  };

  readonly check = async (): Promise<void> => {
    const { session } = this;
    if (session.busy) return;
    const [{ lookUpFields }] = await Promise.all([this.kits.trial.ready(), this.kits.later.ready()]);
    if (!(await session.check(lookUpFields))) this.goToFault();
  };

  readonly reach = async (goal: Goal, act = (): Promise<Outcome> => this.session.reach(goal)): Promise<void> => {
    const outcome = await act();
    if (outcome === 'faults') this.goToFault(this.session.faults(goal)[0]?.id);
    else if (outcome === 'conflict') this.#focus = 'conflict';
    else if (outcome !== 'failed') {
      this.savedAt = this.#room.now();
      this.#host.dispatchEvent(new EventSaveEvent(outcome.body));
    }
    this.#host.requestUpdate();
  };

  readonly runDry = (): void => {
    const client = this.#room.client();
    const { saved } = this.session;
    if (client && saved && this.opened) void this.trial?.runDry(client, this.opened.app, saved);
  };

  /** Shows the step of the first fault, and gives the focus to its field. */
  goToFault(id = this.session.faults()[0]?.id): void {
    if (!id) return;
    this.#focus = id;
    this.show(stepOf(id));
  }

  /** How a step stands. */
  markOf(step: Step): 'good' | 'bad' | undefined {
    const { session } = this;
    if (step === 'check') return session.isChecked ? 'good' : undefined;
    if (step === 'publish') return this.state === 'published' ? 'good' : undefined;
    if (!session.faults().some(({ id }) => stepOf(id) === step))
      return step === 'names' || this.rules || session.isChecked ? 'good' : undefined;
    return session.saysAll ? 'bad' : undefined;
  }

  /** The nearest name that follows the rules and is free. */
  get cureOfName(): string | undefined {
    const { draft, takenNames } = this.session;
    const name = suggestName(draft.name);
    if (!name) return undefined;
    const free = takenNames.has(name) ? freeName(name, takenNames) : name;
    return free === draft.name ? undefined : free;
  }

  /** What the event is tried on, once that has come with its step. */
  get trial(): Trial | undefined {
    const { parts } = this.kits.trial;
    return (this.#trial ??= parts && new parts.Trial(this.#host));
  }

  /** Test mode is watched only where it is looked at. */
  #watch(isNear: boolean): void {
    const { saved } = this.session;
    const isTested = this.step === 'publish' && this.state === 'testing' && isNear;
    this.#trial?.watch(this.#room.client(), this.opened?.app ?? '', isTested ? saved : undefined);
  }
}
