import type { EventConfiguration, EventDefinition, Problem } from '#contract/api.js';
import type { EventDefinitionsClient, Versioned } from '#client/definitions.js';
import type { RequestError } from '#client/request-error.js';
import { isSame } from './draft.js';

/** How far to go: each goes on from the one before. */
export type Goal = 'save' | 'check' | 'test' | 'publish';

/** A definition as the back end holds it. */
export type Saved = Versioned<EventDefinition>;

/** What is to be saved, and how it went so far. */
export interface Saving {
  readonly events: EventDefinitionsClient;
  readonly app: string;
  readonly input: EventConfiguration;
  /** What was saved before; nothing of a new event. */
  readonly saved: Saved | undefined;
  /** An earlier attempt to create it ended without an answer: it may be there already. */
  readonly isUnsure: boolean;
  /** Told of each step that succeeded, so that a failure of the next one loses nothing. */
  readonly reached: (saved: Saved) => void;
}

/** Someone else saved meanwhile: what they have saved. */
export class Conflict extends Error {
  constructor(readonly theirs: Saved) {
    super('Someone else saved meanwhile');
  }
}

/** Whether a failure leaves it open if the back end has done what it was told. */
export function isUnclear(error: unknown): boolean {
  const { kind, status = 0 } = error as Partial<RequestError>;
  return kind === 'network' || kind === 'timeout' || kind === 'offline' || kind === 'contract' || status >= 500;
}

/**
 * Saves, checks, tests, publishes, as far as the goal goes. Each step that is already done is left out, so that trying
 * again after a failure goes on where it broke off: an event is created once and published once.
 *
 * @throws Conflict where the saved version is another than the one that was edited.
 */
export async function reach(goal: Goal, saving: Saving): Promise<Saved> {
  const { events, app, reached } = saving;
  let saved = await save(saving);
  reached(saved);
  const act = async (action: keyof typeof isDone): Promise<void> => {
    const write = (): Promise<Saved> => orConflict(saving, events[action](app, saved.body.id, saved.etag));
    saved = await write();
    // Another version of the same words was there: an attempt before this one may have made it, or not come so far.
    if (!isDone[action](saved.body)) saved = await write();
    reached(saved);
  };
  if (goal === 'check') await act('check');
  else if (goal !== 'save')
    for (const action of ['check', goal] as const) if (!isDone[action](saved.body)) await act(action);
  return saved;
}

const isDone = {
  check: (body: EventDefinition): boolean => body.checked,
  test: (body: EventDefinition): boolean => body.state === 'testing',
  publish: (body: EventDefinition): boolean => body.state === 'published',
};

async function save(saving: Saving): Promise<Saved> {
  const { events, app, input, saved } = saving;
  if (!saved) return create(saving);
  if (isSame(saved.body, input)) return saved;
  return orConflict(saving, events.replace(app, saved.body.id, input, saved.etag));
}

/** Where an attempt before this one ended in the dark, the event that has its name and says the same is ours. */
async function create({ events, app, input, isUnsure }: Saving): Promise<Saved> {
  try {
    return await events.create(app, input);
  } catch (error) {
    const { problem } = error as Partial<RequestError>;
    if (!isUnsure || problem?.code !== 'name_taken') throw error;
    const { definitions } = await events.list(app, { search: input.name, page_size: 200 });
    const own = definitions.find((one) => one.name === input.name && one.state === 'draft' && isSame(one, input));
    if (!own) throw error;
    return events.get(app, own.id);
  }
}

/** A 412 whose current version says what we say is what an attempt before has done, not what someone else has. */
async function orConflict({ events, app, input }: Saving, write: Promise<Saved>): Promise<Saved> {
  try {
    return await write;
  } catch (error) {
    const { status, problem, etag } = error as Partial<RequestError>;
    if (status !== 412) throw error;
    const current = (problem as (Problem & { current?: EventDefinition }) | undefined)?.current;
    if (!current) throw error;
    const theirs = etag ? { body: current, etag } : await events.get(app, current.id);
    if (isSame(theirs.body, input)) return theirs;
    throw new Conflict(theirs);
  }
}
