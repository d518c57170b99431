import type {
  DefinedField,
  DryRun,
  EventAction,
  EventConfiguration,
  EventData,
  EventDefinition,
  EventDefinitionList,
  FunnelStepQuery,
  ObservedEvent,
  PastQuery,
  QueryHistory,
  RawEvent,
  SavedFunnel,
  SavedFunnelList,
  TestRecord,
  TestRecordList,
} from '#contract/api.js';
import { type Check, list, nullable, object, of, optional, record } from './check.js';
import { anything, count, day, flag, instant, number, text } from './words.js';

const optionalText = optional(nullable(text));

const action = object<EventAction>({
  trigger: text,
  report: text,
  page: optionalText,
  element: optionalText,
  data: list(object<EventData>({ field: text, type: text, from: text })),
});

const configured = { name: text, display_name: text, method: text, template: text, actions: list(action) };

/** The check of one event definition. */
export const eventDefinition = object<EventDefinition>({
  ...configured,
  id: text,
  state: text,
  fields: list(object<DefinedField>({ field: text, type: text, seen: flag })),
  checked: flag,
  created_at: instant,
  updated_at: instant,
  updated_by: optionalText,
  published_at: optional(nullable(instant)),
  published: optional(nullable(object<EventConfiguration>(configured))),
});

/** The check of `GET …/events`. */
export const eventDefinitionList = object<EventDefinitionList>({
  definitions: list(eventDefinition),
  observed: list(object<ObservedEvent>({ name: text, count })),
  row_count: count,
});

/** It shows as it came in, whatever it is. */
const rawEvent: Check<RawEvent> = of('an object', (value) => typeof value === 'object' && value !== null);

/** The check of `GET …/events/{id}/test-records`. */
export const testRecordList = object<TestRecordList>({
  records: list(
    object<TestRecord>({
      received_at: instant,
      event: rawEvent,
      filled: list(text),
      failed: list(object({ field: text, reason: text })),
    }),
  ),
  row_count: count,
});

/** The check of `POST …/events/{id}/dry-run`. */
export const dryRun = object<DryRun>({ days: list(object({ day, matched: count })), matched: count });

/** The check of one saved funnel. */
export const savedFunnel = object<SavedFunnel>({
  id: text,
  name: text,
  steps: list(object<FunnelStepQuery>({ event: text, filters: optional(list(anything)) })),
  window_seconds: optional(nullable(number)),
  group_by: optional(list(text)),
  created_at: instant,
  updated_at: instant,
  updated_by: optionalText,
});

/** The check of `GET …/funnels`. */
export const savedFunnelList = object<SavedFunnelList>({ funnels: list(savedFunnel), row_count: count });

/** The check of `GET …/queries`. */
export const queryHistory = object<QueryHistory>({
  queries: list(object<PastQuery>({ id: text, report: text, query: record(anything), asked_at: instant })),
  row_count: count,
});
