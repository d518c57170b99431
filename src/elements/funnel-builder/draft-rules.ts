import { maxFunnelNameLength } from '#contract/funnel-rules.js';
import { LEAST_STEPS } from '../funnel-chart/funnel-of.js';
import { type FunnelDraft, windowSeconds } from './draft.js';

/** Where a fault is: the id of its field. */
export type FaultPlace = 'name' | 'steps' | 'window' | 'group' | `step-${number}`;

/** What is wrong there. `said` is what the back end said, in its own words. */
export type FaultKind =
  | 'nameMissing'
  | 'nameTooLong'
  | 'nameTaken'
  | 'tooFewSteps'
  | 'tooManySteps'
  | 'eventMissing'
  | 'windowNotWhole'
  | 'windowTooLong'
  | 'said';

/** Something to mend before a funnel can be saved. */
export interface DraftFault {
  readonly place: FaultPlace;
  readonly kind: FaultKind;
  /** Of `said`. */
  readonly text?: string;
}

/** What the rules depend on. */
export interface DraftLimits {
  readonly mostSteps: number;
  /** Names of the other funnels of the app. */
  readonly taken: readonly string[];
}

/** Characters as the back end counts them. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Everything that is wrong with a draft, by the rules of the back end, in the order of the form. */
export function faultsOf(draft: FunnelDraft, { mostSteps, taken }: DraftLimits): DraftFault[] {
  return [...nameFaults(draft.name.trim(), taken), ...stepFaults(draft, mostSteps), ...windowFaults(draft)];
}

function nameFaults(name: string, taken: readonly string[]): DraftFault[] {
  if (name === '') return [{ place: 'name', kind: 'nameMissing' }];
  if (lengthOf(name) > maxFunnelNameLength) return [{ place: 'name', kind: 'nameTooLong' }];
  return taken.includes(name) ? [{ place: 'name', kind: 'nameTaken' }] : [];
}

function stepFaults({ steps }: FunnelDraft, most: number): DraftFault[] {
  const count: DraftFault[] =
    steps.length < LEAST_STEPS
      ? [{ place: 'steps', kind: 'tooFewSteps' }]
      : steps.length > most
        ? [{ place: 'steps', kind: 'tooManySteps' }]
        : [];
  const missing = steps.flatMap(({ event }, index): DraftFault[] =>
    event === '' ? [{ place: `step-${index}`, kind: 'eventMissing' }] : [],
  );
  return [...count, ...missing];
}

function windowFaults({ window }: FunnelDraft): DraftFault[] {
  if (window.unit === 'none') return [];
  const seconds = windowSeconds(window) ?? 0;
  if (seconds > Number.MAX_SAFE_INTEGER) return [{ place: 'window', kind: 'windowTooLong' }];
  return Number.isInteger(seconds) && seconds >= 1 ? [] : [{ place: 'window', kind: 'windowNotWhole' }];
}
