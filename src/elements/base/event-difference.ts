import type { EventAction, EventConfiguration } from '#contract/api.js';

/** Which part of an event's configuration it is; numbers begin with 1. */
export interface EventPlace {
  readonly part:
    'name' | 'display_name' | 'method' | 'template' | 'action' | 'trigger' | 'report' | 'page' | 'element' | 'data';
  readonly action?: number;
}

/** A part that two versions of an event do not share; nothing where one of them has no such part. */
export interface EventDifference {
  readonly place: EventPlace;
  readonly before: string | null;
  readonly after: string | null;
}

/** A field of an action in one line. */
const fieldLine = ({ field, type, from }: EventAction['data'][number]): string => `${field}: ${type} ← ${from}`;

const partsOf = (
  action: EventAction,
): Readonly<Record<'trigger' | 'report' | 'page' | 'element' | 'data', string | null>> => ({
  trigger: action.trigger,
  report: action.report,
  page: action.page || null,
  element: action.element || null,
  data: action.data.map(fieldLine).join('\n') || null,
});

/** What differs between two versions of an event, from names to actions, place by place. */
export function eventDifferences(before: EventConfiguration, after: EventConfiguration): EventDifference[] {
  const heads = (['name', 'display_name', 'method', 'template'] as const)
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ place: { part }, before: before[part], after: after[part] }));
  const count = Math.max(before.actions.length, after.actions.length);
  const actions = Array.from({ length: count }, (_, index) =>
    actionDifferences(before.actions[index], after.actions[index], index + 1),
  );
  return [...heads, ...actions.flat()];
}

function actionDifferences(
  before: EventAction | undefined,
  after: EventAction | undefined,
  action: number,
): EventDifference[] {
  const [old, now] = [before && partsOf(before), after && partsOf(after)];
  if (!old || !now) {
    const whole = (parts: typeof old): string | null =>
      parts ? [parts.trigger, parts.page, parts.element, parts.data].filter(Boolean).join('\n') : null;
    return [{ place: { part: 'action', action }, before: whole(old), after: whole(now) }];
  }
  return (['trigger', 'report', 'page', 'element', 'data'] as const)
    .filter((part) => old[part] !== now[part])
    .map((part) => ({ place: { part, action }, before: old[part], after: now[part] }));
}
