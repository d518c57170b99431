import type { Filter, FunnelStepQuery } from '#contract/api.js';

/** A funnel as it is asked: the part of a question that says nothing of a range. A saved funnel is one too. */
export interface Funnel {
  readonly name?: string | undefined;
  readonly steps: readonly FunnelStepQuery[];
  /** From the first event of a chain; without it the range. */
  readonly window_seconds?: number | null | undefined;
  readonly group_by?: readonly string[] | undefined;
}

/** What a host says of a funnel, by attributes or as one. */
export interface FunnelSaid {
  readonly funnel?: Funnel | undefined;
  readonly steps?: readonly FunnelStepQuery[] | undefined;
  readonly window?: number | undefined;
  readonly groupBy?: readonly string[] | undefined;
}

/** A funnel has from two steps on. */
export const LEAST_STEPS = 2;

/** Most fields that a funnel is grouped by. */
export const MOST_FIELDS = 2;

/**
 * What a property of steps takes: the steps; or a text with names of events, separated by commas or spaces, or with JSON
 * where steps have filters. What cannot be read is no funnel.
 */
export function stepsConverter(value: unknown): readonly FunnelStepQuery[] | undefined {
  if (typeof value !== 'string') return Array.isArray(value) ? (value as readonly FunnelStepQuery[]) : undefined;
  if (value.trim().startsWith('[')) return toSteps(parsed(value));
  return value.split(/[\s,]+/).flatMap((event) => (event ? [{ event, filters: [] }] : []));
}

/** What a property of a funnel takes: the funnel, or its JSON. */
export function funnelConverter(value: unknown): Funnel | undefined {
  const found = typeof value === 'string' ? parsed(value) : value;
  return isObject(found) ? (found as unknown as Funnel) : undefined;
}

/** The funnel that a host means; single attributes are stronger than the whole. Nothing where there are too few steps. */
export function funnelOf({ funnel, steps, window, groupBy }: FunnelSaid): Funnel | undefined {
  const found = toSteps(steps ?? funnel?.steps);
  if (!found || found.length < LEAST_STEPS) return undefined;
  const seconds = toWindow(window ?? funnel?.window_seconds);
  const fields: unknown = groupBy ?? funnel?.group_by;
  return {
    ...(typeof funnel?.name === 'string' && { name: funnel.name }),
    steps: found,
    ...(seconds !== undefined && { window_seconds: seconds }),
    group_by: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string').slice(0, MOST_FIELDS) : [],
  };
}

/** A window in whole seconds; anything else is none. */
function toWindow(seconds: unknown): number | undefined {
  return Number.isSafeInteger(seconds) && (seconds as number) > 0 ? (seconds as number) : undefined;
}

/** Steps from whatever a host has set; nothing where they are none. */
function toSteps(value: unknown): FunnelStepQuery[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const steps = value.map((step: unknown): FunnelStepQuery | undefined => {
    if (typeof step === 'string' && step) return { event: step, filters: [] };
    if (!isObject(step) || typeof step['event'] !== 'string' || step['event'] === '') return undefined;
    const filters = Array.isArray(step['filters']) ? (step['filters'] as Filter[]) : [];
    return { event: step['event'], filters };
  });
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
