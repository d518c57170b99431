import type { EventDefinition, RawEvent, TestRecord } from '#contract/api.js';
import type { DocumentStore } from '../stores/document-store.js';

const collection = 'test-records';

/** How many records of a definition are kept; older ones make room: test mode is for looking, not for keeping. */
export const mostRecords = 200;

/** Which fields of a definition an event fills, and which not and why. */
export function recordOf(definition: EventDefinition, event: RawEvent, now: number): TestRecord {
  const filled: string[] = [];
  const failed: TestRecord['failed'] = [];
  for (const { field, type } of definition.fields) {
    const value = fieldOf(event, field);
    if (value === undefined || value === null) failed.push({ field, reason: 'It is missing.' });
    else if (typeof value !== type) failed.push({ field, reason: `It is a ${typeof value}, not a ${type}.` });
    else filled.push(field);
  }
  return { received_at: new Date(now).toISOString(), event, filled, failed };
}

/** The value of a custom field of an event, else of its own field of that name. */
export function fieldOf(event: RawEvent, field: string): unknown {
  const holders: (object | null | undefined)[] = [event.properties, event];
  for (const holder of holders)
    if (holder && Object.hasOwn(holder, field)) return (holder as Readonly<Record<string, unknown>>)[field];
  return undefined;
}

/** Keeps the records of definitions in test mode. */
export function createTestRecords(store: DocumentStore, newId: () => string) {
  const key = (app: string, id: string) => JSON.stringify([app, id]);
  return {
    /** Newest first. */
    list: (app: string, id: string) =>
      store.transact(collection, key(app, id), (documents) =>
        documents
          .all()
          .map(({ body }) => body as TestRecord)
          .reverse(),
      ),
    /** Takes records, oldest first. One whose `event_id` is there already is the same event, sent again. */
    add: (app: string, id: string, records: readonly TestRecord[]) =>
      store.transact(collection, key(app, id), (documents) => {
        const known = new Set(documents.all().map(({ body }) => (body as TestRecord).event.event_id));
        for (const record of records) {
          const { event_id: eventId } = record.event;
          if (eventId && known.has(eventId)) continue;
          known.add(eventId);
          documents.put(newId(), record);
        }
        for (const { id: old } of documents.all().slice(0, -mostRecords)) documents.delete(old);
      }),
    clear: (app: string, id: string) =>
      store.transact(collection, key(app, id), (documents) => {
        for (const document of documents.all()) documents.delete(document.id);
      }),
  };
}

/** Keeps records. */
export type TestRecords = ReturnType<typeof createTestRecords>;
