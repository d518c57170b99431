import type { EventConfiguration, EventDefinition, EventDefinitionInput, Fault, FieldType } from '#contract/api.js';
import { fieldsOf } from '#contract/fields-of.js';
import { reservedEvents } from '#contract/events.js';
import type { DocumentStore, Documents, StoredDocument } from '../stores/document-store.js';
import { checkConfiguration } from './check-configuration.js';
import { DefinitionError } from './definition-error.js';
import { matched, notFound } from './versions.js';

const collection = 'events';

/** A definition with the version that its ETag names. */
export interface Versioned<Body> {
  readonly body: Body;
  readonly version: number;
}

/** Who writes, and when. */
export interface Author {
  readonly name: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The `If-Match` header. */
  readonly ifMatch: string | null;
}

/** Whether a custom field of that name and type has come in yet. */
export type FieldSeen = (field: string, type: FieldType) => Promise<boolean>;

/**
 * The life of event definitions: draft, check, testing, published, and back. All rules are here and in the store's
 * transactions, so that a client that skips the wizard gets the same refusals.
 */
export function createEventDefinitions(store: DocumentStore, newId: () => string) {
  const change = <T>(app: string, run: (documents: Documents) => T) => store.transact(collection, app, run);
  const write = (app: string, id: string, author: Author, next: (now: EventDefinition) => Partial<EventDefinition>) =>
    change(app, (documents) => {
      const current = definitionOf(matched(documents, id, author.ifMatch));
      const stamp = { updated_at: instant(author.now), updated_by: author.name };
      return versioned(documents.put(id, { ...current, ...stamp, ...next(current) }));
    });

  return {
    list: (app: string) => change(app, (documents) => documents.all().map(definitionOf).reverse()),

    get: (app: string, id: string) =>
      change(app, (documents) => {
        const document = documents.get(id);
        if (!document) throw notFound(id);
        return versioned(document);
      }),

    create: (app: string, input: EventDefinitionInput, author: Author) =>
      change(app, (documents) => {
        const faults = takenFaults(input, documents.all().map(definitionOf));
        if (faults.length > 0) throw new DefinitionError('name_taken', 'Choose another name.', faults);
        const at = instant(author.now);
        const definition: EventDefinition = {
          ...configured(input),
          id: newId(),
          state: 'draft',
          fields: [],
          checked: false,
          created_at: at,
          updated_at: at,
          updated_by: author.name,
          published_at: null,
          published: null,
        };
        return versioned(documents.put(definition.id, definition));
      }),

    replace: (app: string, id: string, input: EventDefinitionInput, author: Author) =>
      write(app, id, author, (current) => {
        const faults = fixedFaults(input, current);
        if (faults.length > 0) throw new DefinitionError('wrong_state', 'Names are fixed once saved.', faults);
        const same = JSON.stringify(configured(input)) === JSON.stringify(configured(current));
        return same ? {} : { ...configured(input), state: 'draft', checked: false };
      }),

    delete: (app: string, id: string, author: Author) =>
      change(app, (documents) => {
        const current = definitionOf(matched(documents, id, author.ifMatch));
        if (current.state !== 'draft' || current.published)
          throw wrongState(current, 'Only a draft that is not published can be deleted. Unpublish it first.');
        documents.delete(id);
      }),

    /** Looks at the fields, fills the field table, and opens the way to test and publish. */
    async check(app: string, id: string, author: Author, seen: FieldSeen) {
      const body = await change(app, (documents) => definitionOf(matched(documents, id, author.ifMatch)));
      const faults = checkConfiguration(body);
      if (faults.length > 0) throw new DefinitionError('not_answerable', 'The configuration has faults.', faults);
      const fields = await Promise.all(
        fieldsOf(body).map(async ({ field, type }) => ({ field, type, seen: await seen(field, type) })),
      );
      return write(app, id, author, (current) => {
        // Saved by someone else while the fields were looked up: what was checked is not what would be marked.
        const same = JSON.stringify(configured(current)) === JSON.stringify(configured(body));
        return same ? { fields, checked: true } : {};
      });
    },

    test: (app: string, id: string, author: Author) =>
      write(app, id, author, (current) => {
        requireCheck(current, 'tested');
        if (current.state === 'published') throw wrongState(current, 'It is published already. Change it, then test.');
        return { state: 'testing' };
      }),

    publish: (app: string, id: string, author: Author) =>
      write(app, id, author, (current) => {
        requireCheck(current, 'published');
        if (current.state === 'published') return {};
        return { state: 'published', published: configured(current), published_at: instant(author.now) };
      }),

    unpublish: (app: string, id: string, author: Author) =>
      write(app, id, author, (current) => {
        if (!current.published) throw wrongState(current, 'It is not published.');
        return { state: 'draft', published: null };
      }),
  };
}

/** Manages the event definitions of every app. */
export type EventDefinitions = ReturnType<typeof createEventDefinitions>;

function configured({ name, display_name, method, template, actions }: EventConfiguration): EventConfiguration {
  return { name, display_name, method, template, actions };
}

function takenFaults(input: EventDefinitionInput, existing: readonly EventDefinition[]): Fault[] {
  const faults: Fault[] = [];
  if ((reservedEvents as readonly string[]).includes(input.name))
    faults.push({ parameter: '/name', message: `"${input.name}" is a reserved event. Choose another name.` });
  if (existing.some(({ name }) => name === input.name))
    faults.push({ parameter: '/name', message: `There is an event "${input.name}" already. Choose another name.` });
  if (existing.some((other) => other.display_name === input.display_name))
    faults.push({
      parameter: '/display_name',
      message: `An event is called "${input.display_name}" already. Choose another display name.`,
    });
  return faults;
}

function fixedFaults(input: EventDefinitionInput, current: EventDefinition): Fault[] {
  return (['name', 'display_name'] as const)
    .filter((field) => input[field] !== current[field])
    .map((field) => ({
      parameter: `/${field}`,
      message: `"${input[field]}" is not "${current[field]}", which cannot change once saved.`,
      allowed: [current[field]],
    }));
}

function requireCheck(current: EventDefinition, verb: string): void {
  if (!current.checked)
    throw wrongState(current, `It cannot be ${verb} until this configuration is checked. Check it first.`);
}

function wrongState(current: EventDefinition, detail: string): DefinitionError {
  return new DefinitionError('wrong_state', `"${current.name}" is ${current.state}. ${detail}`);
}

function definitionOf(document: StoredDocument): EventDefinition {
  return document.body as EventDefinition;
}

function versioned(document: StoredDocument): Versioned<EventDefinition> {
  return { body: definitionOf(document), version: document.version };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
