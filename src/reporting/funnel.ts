import type { FunnelGroup, FunnelNextEvent, FunnelStep } from '#contract/api.js';
import { compareKeys } from './group-keys.js';

/** What a back end counts of one step: how many came to it, and how long it took them from the one before, in ms. */
export interface CountedStep {
  readonly users: number;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
}

/** The steps of an answer, with how many go on from one to the next. */
export function funnelSteps(names: readonly string[], countedOf: (step: number) => CountedStep): FunnelStep[] {
  const counted = names.map((_, step) => countedOf(step));
  return counted.map(({ users, medianMs, p90Ms }, step) => {
    const [first, before] = [counted[0]!.users, counted[step - 1]?.users];
    return {
      event: names[step]!,
      users,
      conversion_rate: first === 0 ? null : users / first,
      step_conversion_rate: !before ? null : users / before,
      drop_off: before === undefined ? null : before - users,
      median_seconds: seconds(medianMs),
      p90_seconds: seconds(p90Ms),
    };
  });
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

/** The steps of a range that has no data yet. */
export function unknownSteps(names: readonly string[]): FunnelStep[] {
  return names.map((event) => ({
    event,
    users: null,
    conversion_rate: null,
    step_conversion_rate: null,
    drop_off: null,
    median_seconds: null,
    p90_seconds: null,
  }));
}

/** Sorts groups by how many reached the first step, ties by key. */
export function sortFunnelGroups(groups: FunnelGroup[]): FunnelGroup[] {
  const usersOf = (group: FunnelGroup) => group.steps[0]?.users ?? 0;
  return groups.sort((a, b) => usersOf(b) - usersOf(a) || compareKeys(a.key, b.key));
}

/** How many of a user's next events are looked at. */
export const LOOKED_AT = 5;

/** How many events an answer names where the question does not say. */
export const DEFAULT_NEXT_LIMIT = 50;

/** What users did next: how many of them did it at all, and how many as the first thing. */
export interface CountedNext {
  readonly event: string;
  readonly users: number;
  readonly next: number;
}

/** The next events of an answer, the most frequent first. */
export function nextEvents(counted: readonly CountedNext[], users: number): FunnelNextEvent[] {
  const events = counted.map(({ event, users: did, next }): FunnelNextEvent => ({
    event,
    users: did,
    share: did / users,
    next_users: next,
    next_share: next / users,
  }));
  return events.sort((a, b) => b.users - a.users || b.next_users - a.next_users || (a.event < b.event ? -1 : 1));
}
