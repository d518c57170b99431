import type { EventAction, EventConfiguration, EventDefinition, FieldType, Trigger } from './api.js';
import { all } from './all-words.js';

/** What sets off an action of an event. */
export const triggers = all<Trigger>()([
  'click',
  'enterPage',
  'leavePage',
  'pageLoad',
  'pageUnload',
  'pullDownRefresh',
  'launch',
  'background',
  'foreground',
  'share',
  'switchTab',
]);

/** Triggers that an element of a page can fire; all others belong to the page or the app. */
export const elementTriggers = ['click', 'share'] as const satisfies readonly Trigger[];

/** Whether an action of a trigger can name an element of a page. */
export const takesElement = (trigger: Trigger): boolean => (elementTriggers as readonly Trigger[]).includes(trigger);

/** How often an action reports. */
export const actionReports = all<EventAction['report']>()(['once', 'stepwise']);

/** Types of a field that an event carries. */
export const fieldTypes = all<FieldType>()(['string', 'number', 'boolean']);

/** Who makes the event: the superapp by its configuration, or a developer's call. */
export const eventMethods = all<EventConfiguration['method']>()(['manual', 'api']);

/** What a configuration begins with. */
export const eventTemplates = all<EventConfiguration['template']>()(['blank', 'enter_page', 'leave_page', 'share']);

/** The life of a definition. */
export const definitionStates = all<EventDefinition['state']>()(['draft', 'testing', 'published']);

/** The rule of an event's name. */
export const eventNamePattern = /^[a-z][a-z0-9_]*$/;

/** Most characters of an event's name, and of its display name. */
export const maxEventNameLength = 32;

export { maxFunnelNameLength } from './funnel-rules.js';

/** Most items and characters of a configuration's parts. */
export const eventLimits = { actions: 50, data: 50, page: 1024, element: 256, field: 64, from: 256 } as const;
