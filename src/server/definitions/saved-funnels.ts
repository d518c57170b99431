import type { SavedFunnel, SavedFunnelInput } from '#contract/api.js';
import type { DocumentStore, Documents, StoredDocument } from '../stores/document-store.js';
import { DefinitionError } from './definition-error.js';
import type { Author, Versioned } from './event-definitions.js';
import { matched, notFound } from './versions.js';

const collection = 'funnels';

/** The funnels that an app's people have saved; a name stands once. */
export function createSavedFunnels(store: DocumentStore, newId: () => string) {
  const change = <T>(app: string, run: (documents: Documents) => T) => store.transact(collection, app, run);
  return {
    list: (app: string) => change(app, (documents) => documents.all().map(funnelOf).reverse()),

    get: (app: string, id: string) =>
      change(app, (documents) => {
        const document = documents.get(id);
        if (!document) throw notFound(id);
        return versioned(document);
      }),

    create: (app: string, input: SavedFunnelInput, author: Author) =>
      change(app, (documents) => {
        requireFreeName(documents, input.name, null);
        const at = new Date(author.now).toISOString();
        const funnel: SavedFunnel = { ...input, id: newId(), created_at: at, updated_at: at, updated_by: author.name };
        return versioned(documents.put(funnel.id, funnel));
      }),

    replace: (app: string, id: string, input: SavedFunnelInput, author: Author) =>
      change(app, (documents) => {
        const { created_at } = funnelOf(matched(documents, id, author.ifMatch));
        requireFreeName(documents, input.name, id);
        const stamp = { updated_at: new Date(author.now).toISOString(), updated_by: author.name };
        return versioned(documents.put(id, { ...input, id, created_at, ...stamp }));
      }),

    delete: (app: string, id: string, author: Author) =>
      change(app, (documents) => {
        matched(documents, id, author.ifMatch);
        documents.delete(id);
      }),
  };
}

/** Manages the saved funnels of every app. */
export type SavedFunnels = ReturnType<typeof createSavedFunnels>;

function requireFreeName(documents: Documents, name: string, own: string | null): void {
  const taken = documents.all().some((document) => document.id !== own && funnelOf(document).name === name);
  if (taken)
    throw new DefinitionError('name_taken', 'Choose another name.', [
      { parameter: '/name', message: `There is a funnel "${name}" already. Choose another name.` },
    ]);
}

function funnelOf(document: StoredDocument): SavedFunnel {
  return document.body as SavedFunnel;
}

function versioned(document: StoredDocument): Versioned<SavedFunnel> {
  return { body: funnelOf(document), version: document.version };
}
