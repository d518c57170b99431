import type { Filter, SavedFunnel, SavedFunnelInput } from '#contract/api.js';
import { secondsOf, spanOf, type SpanUnit, spanUnits } from '#format/time-span.js';
import type { Funnel } from '../funnel-chart/funnel-of.js';

/** A step that is being made: its event may still be missing. */
export interface DraftStep {
  readonly event: string;
  readonly filters: readonly Filter[];
}

/** How long all steps may take, as it stands in the form. */
export interface DraftWindow {
  /** As it is typed. */
  readonly value: string;
  /** `none`: the whole range. */
  readonly unit: SpanUnit | 'none';
}

/** A funnel that is being made or changed: plain data, which is kept over a reload. */
export interface FunnelDraft {
  /** Of the saved funnel that it changes; nothing of a new one. */
  readonly id?: string | undefined;
  /** The version that was seen. */
  readonly etag?: string | undefined;
  /** As it was saved; nothing of a new one. */
  readonly saved?: SavedFunnelInput | undefined;
  readonly name: string;
  readonly steps: readonly DraftStep[];
  readonly window: DraftWindow;
  readonly groupBy: readonly string[];
}

/** What changes in a draft; a function where it depends on what stands there by then. */
export type DraftChange = Partial<FunnelDraft> | ((draft: FunnelDraft) => Partial<FunnelDraft>);

const blankStep: DraftStep = { event: '', filters: [] };

/** A new funnel: two steps to fill in, within a day. */
export const newDraft = (): FunnelDraft => ({
  ...{ name: '', steps: [blankStep, blankStep], window: { value: '1', unit: 'day' }, groupBy: [] },
});

/** The draft that changes a saved funnel. */
export function draftOf(saved: SavedFunnel | SavedFunnelInput, id?: string, etag?: string): FunnelDraft {
  const input = inputFrom(saved);
  return { id, etag, saved: input, ...fieldsOf(input) };
}

/** The same as a new funnel, under another name. */
export function copyOf(draft: FunnelDraft, name: string): FunnelDraft {
  const { steps, window, groupBy } = draft;
  return { name, steps, window, groupBy };
}

/** What a funnel is saved as. Only a draft without faults can be. */
export function inputOf({ name, steps, window, groupBy }: FunnelDraft): SavedFunnelInput {
  return {
    name: name.trim(),
    steps: steps.map(({ event, filters }) => ({ event, filters: [...filters] })),
    window_seconds: windowSeconds(window) ?? null,
    group_by: [...groupBy],
  };
}

/** Seconds of a window; nothing where there is none, or what is typed is no number. */
export function windowSeconds({ value, unit }: DraftWindow): number | undefined {
  if (unit === 'none' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? secondsOf({ value: number, unit }) : undefined;
}

/** Whether something would be saved that is not. A new funnel has changed once anything is filled in. */
export function isChanged(draft: FunnelDraft): boolean {
  const before = draft.saved ?? inputOf(newDraft());
  return JSON.stringify(inputOf(draft)) !== JSON.stringify(before);
}

/** The funnel that a draft shows while it is being made: its steps that have an event. Nothing with fewer than two. */
export function previewOf(draft: FunnelDraft): Funnel | undefined {
  const steps = draft.steps.filter(({ event }) => event !== '');
  if (steps.length < 2) return undefined;
  const seconds = windowSeconds(draft.window);
  const window =
    seconds !== undefined && Number.isSafeInteger(seconds) && seconds > 0 ? { window_seconds: seconds } : {};
  const asked = steps.map(({ event, filters }) => ({ event, filters: [...filters] }));
  return { steps: asked, ...window, group_by: draft.groupBy };
}

/** Adds a step at the end. */
export const withStep = (draft: FunnelDraft): FunnelDraft => ({ ...draft, steps: [...draft.steps, blankStep] });

/** Without one of its steps. */
export const withoutStep = (draft: FunnelDraft, index: number): FunnelDraft => ({
  ...draft,
  steps: draft.steps.filter((_, at) => at !== index),
});

/** With one of its steps changed. */
export function withStepChange(draft: FunnelDraft, index: number, change: Partial<DraftStep>): FunnelDraft {
  return { ...draft, steps: draft.steps.map((step, at) => (at === index ? { ...step, ...change } : step)) };
}

/** Whether something that was kept is a draft. */
export function isDraft(value: unknown): value is FunnelDraft {
  const { name, steps, window, groupBy } = (value ?? {}) as { [Key in keyof FunnelDraft]?: unknown };
  const { value: typed, unit } = (window ?? {}) as Partial<DraftWindow>;
  const isStep = (step: Partial<DraftStep> | null): boolean =>
    typeof step?.event === 'string' && Array.isArray(step.filters);
  return (
    typeof name === 'string' &&
    Array.isArray(steps) &&
    steps.every(isStep) &&
    typeof typed === 'string' &&
    (unit === 'none' || spanUnits.some(([known]) => known === unit)) &&
    Array.isArray(groupBy)
  );
}

/** The part of a saved funnel that somebody fills in, whole and in one order, so that two can be compared. */
export function inputFrom({
  name,
  steps,
  window_seconds: window,
  group_by: groupBy,
}: SavedFunnelInput): SavedFunnelInput {
  return {
    name,
    steps: steps.map(({ event, filters }) => ({ event, filters: filters ?? [] })),
    window_seconds: window ?? null,
    group_by: groupBy ?? [],
  };
}

/** A funnel that a host has set, as one that could be saved once it has a name. */
export function inputFromFunnel({
  name = '',
  steps,
  window_seconds: window,
  group_by: groupBy,
}: Funnel): SavedFunnelInput {
  return inputFrom({ name, steps: [...steps], window_seconds: window ?? null, group_by: [...(groupBy ?? [])] });
}

function fieldsOf({ name, steps, window_seconds: seconds, group_by: groupBy }: SavedFunnelInput) {
  const span = seconds ? spanOf(seconds) : undefined;
  const window: DraftWindow = span ? { value: String(span.value), unit: span.unit } : { value: '1', unit: 'none' };
  return {
    ...{ name, window, groupBy: groupBy ?? [] },
    steps: steps.map(({ event, filters }): DraftStep => ({ event, filters: filters ?? [] })),
  };
}
