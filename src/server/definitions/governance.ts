import type { EventDefinition, RawEvent } from '#contract/api.js';
import type { DocumentStore } from '../stores/document-store.js';
import type { EventDefinitions } from './event-definitions.js';

/** What becomes of a collected event: it reports, it is dropped, or it is listed as a test record; or both of the last. */
export type Verdict = 'report' | 'drop' | 'record' | 'report_and_record';

/** A record that came in while its definition was tested. */
export interface TestRecord {
  readonly received_at: string;
  readonly event: RawEvent;
  readonly filled: readonly string[];
  readonly failed: readonly { readonly field: string; readonly reason: string }[];
}

const collection = 'test-records';
/** Older ones make room: test mode is for looking, not for keeping. */
const keptRecords = 200;

/**
 * What the definition of an event's name says of it: in draft it is dropped, in testing recorded and nowhere counted,
 * published it reports whatever its time. A published version stays in force beside a newer draft.
 */
export function verdictOf(definition: EventDefinition | undefined): Verdict {
  if (!definition) return 'report';
  const testing = definition.state === 'testing';
  if (definition.published) return testing ? 'report_and_record' : 'report';
  return testing ? 'record' : 'drop';
}

/** Which fields of a definition an event fills, and which not and why. */
export function recordOf(definition: EventDefinition, event: RawEvent, now: number): TestRecord {
  const filled: string[] = [];
  const failed: { field: string; reason: string }[] = [];
  for (const { field, type } of definition.fields) {
    const value = event.properties?.[field] ?? (event as Record<string, unknown>)[field];
    if (value === undefined || value === null) failed.push({ field, reason: 'It is missing.' });
    else if (typeof value !== type) failed.push({ field, reason: `It is a ${typeof value}, not a ${type}.` });
    else filled.push(field);
  }
  return { received_at: new Date(now).toISOString(), event, filled, failed };
}

/** Keeps the records of definitions in test mode, newest first. */
export function createTestRecords(store: DocumentStore, newId: () => string) {
  const key = (app: string, id: string) => JSON.stringify([app, id]);
  return {
    list: (app: string, id: string) =>
      store.transact(collection, key(app, id), (documents) =>
        documents
          .all()
          .map(({ body }) => body as TestRecord)
          .reverse(),
      ),
    add: (app: string, id: string, records: readonly TestRecord[]) =>
      store.transact(collection, key(app, id), (documents) => {
        for (const record of records.slice(-keptRecords)) documents.put(newId(), record);
        for (const { id: old } of documents.all().slice(0, -keptRecords)) documents.delete(old);
      }),
    clear: (app: string, id: string) =>
      store.transact(collection, key(app, id), (documents) => {
        for (const document of documents.all()) documents.delete(document.id);
      }),
  };
}

/** Decides over the events that an app collects, by name. */
export async function governanceOf(definitions: EventDefinitions, app: string) {
  const byName = new Map((await definitions.list(app)).map((definition) => [definition.name, definition]));
  return {
    definitionOf: (name: string) => byName.get(name),
    verdictOf: (name: string) => verdictOf(byName.get(name)),
  };
}
