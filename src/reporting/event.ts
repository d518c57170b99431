import type { EventQuery } from '#contract/api.js';
import { compareKeys, type GroupKey } from './group-keys.js';

type EventOrder = NonNullable<EventQuery['order']>;

/** What the contract fills in where a question leaves it out. */
export function withDefaults({ granularity = 'day', order = '-value', limit = 12 }: Partial<EventQuery>) {
  return { granularity, order, limit };
}

/** A group over the whole range. */
export interface ValuedGroup {
  readonly key: GroupKey;
  readonly value: number | null;
}

/** Sorts groups by value, ties by key. A group without a value comes last. */
export function sortByValue<Group extends ValuedGroup>(groups: Group[], order: EventOrder): Group[] {
  const sign = order === 'value' ? 1 : -1;
  return groups.sort((a, b) => {
    if (a.value !== b.value && (a.value === null || b.value === null)) return a.value === null ? 1 : -1;
    return sign * ((a.value ?? 0) - (b.value ?? 0)) || compareKeys(a.key, b.key);
  });
}
