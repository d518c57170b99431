import type { EventData } from '#contract/api.js';
import type { Draft, DraftAction } from './draft.js';

/** A field with nothing filled in. */
export const newData = (): EventData => ({ field: '', type: 'string', from: '' });

/** A draft with one of its actions changed. */
export function withAction(draft: Draft, index: number, change: Partial<DraftAction>): Draft {
  return { ...draft, actions: draft.actions.map((action, at) => (at === index ? { ...action, ...change } : action)) };
}

/** A draft with one of an action's fields changed. */
export function withData(draft: Draft, action: number, index: number, change: Partial<EventData>): Draft {
  const data = draft.actions[action]?.data ?? [];
  return withAction(draft, action, { data: data.map((one, at) => (at === index ? { ...one, ...change } : one)) });
}
