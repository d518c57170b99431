import type { EventAction, EventConfiguration, Trigger } from '#contract/api.js';
import { takesElement } from '#contract/definition-vocabulary.js';

/** An action while it is filled in: texts that may be missing are empty. */
export interface DraftAction extends Omit<EventAction, 'page' | 'element'> {
  readonly page: string;
  readonly element: string;
}

/** A definition while it is filled in. What a choice hides stays in it, so that choosing back loses nothing. */
export interface Draft extends Omit<EventConfiguration, 'actions'> {
  readonly actions: readonly DraftAction[];
}

/** An action with nothing filled in. */
export const newAction = (trigger: Trigger = 'click'): DraftAction => ({
  ...{ trigger, report: 'once', page: '', element: '' },
  data: [],
});

/** A definition with nothing filled in. */
export const newDraft = (): Draft => ({
  ...{ name: '', display_name: '', method: 'manual', template: 'blank' },
  actions: [newAction()],
});

/** What is saved, to be edited. */
export function draftOf({ name, display_name, method, template, actions }: EventConfiguration): Draft {
  const drafts = actions.map((action) => ({ ...action, page: action.page ?? '', element: action.element ?? '' }));
  return { name, display_name, method, template, actions: drafts };
}

/**
 * What is saved of a draft. An element goes where its trigger has none; an event that a developer reports has one list
 * of fields, whose values come with the call.
 */
export function inputOf({ name, display_name, method, template, actions }: Draft): EventConfiguration {
  return { name, display_name, method, template, actions: method === 'api' ? reported(actions) : actions.map(saved) };
}

function saved({ trigger, report, page, element, data }: DraftAction): EventAction {
  return {
    ...{ trigger, report },
    page: page.trim() || null,
    element: (takesElement(trigger) && element.trim()) || null,
    data: data.map(({ field, type, from }) => ({ field, type, from })),
  };
}

function reported(actions: readonly DraftAction[]): EventAction[] {
  const data = actions.flatMap((action) => action.data);
  if (data.length === 0) return [];
  const called = data.map(({ field, type }) => ({ field, type, from: `properties.${field}` }));
  return [{ trigger: 'pageLoad', report: 'once', page: null, element: null, data: called }];
}

/** Whether two configurations say the same. */
export const isSame = (one: EventConfiguration, other: EventConfiguration): boolean => keyOf(one) === keyOf(other);

/** A configuration as a text, to tell it from others. */
export function keyOf(of: EventConfiguration): string {
  return JSON.stringify(inputOf(draftOf(of)));
}

const triggerOfTemplate = { blank: 'click', enter_page: 'enterPage', leave_page: 'leavePage', share: 'share' } as const;

/** A draft that begins with a template; actions in which something is filled in stay as they are. */
export function withTemplate(draft: Draft, template: Draft['template']): Draft {
  const isFilled = draft.actions.some(({ page, element, data }) => page || element || data.length > 0);
  return { ...draft, template, ...(!isFilled && { actions: [newAction(triggerOfTemplate[template])] }) };
}

/** A draft that is reported through the API has its fields in one list. */
export function withMethod(draft: Draft, method: Draft['method']): Draft {
  return { ...draft, method, ...(draft.actions.length === 0 && { actions: [newAction()] }) };
}

/** Whether something that was kept is a draft: another version of this code may have kept it. */
export function isDraft(value: unknown): value is Draft {
  const { name, display_name: display, method, template, actions } = (value ?? {}) as Partial<Record<string, unknown>>;
  const texts = [name, display, method, template];
  return texts.every((text) => typeof text === 'string') && Array.isArray(actions) && actions.every(isAction);
}

function isAction(value: unknown): boolean {
  const { trigger, page, element, data } = (value ?? {}) as Partial<Record<string, unknown>>;
  return [trigger, page, element].every((text) => typeof text === 'string') && Array.isArray(data);
}
