import type { Documents, StoredDocument } from '../stores/document-store.js';
import { DefinitionError } from './definition-error.js';

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"v${String(version)}"`;
}

/**
 * The document that a write is about, once it is sure that the caller saw its newest version.
 *
 * @param ifMatch the `If-Match` header; `*` accepts any version.
 * @throws DefinitionError 404 where there is none, 428 without `If-Match`, 412 with the current version where it is another.
 */
export function matched(documents: Documents, id: string, ifMatch: string | null): StoredDocument {
  const document = documents.get(id);
  if (!document) throw notFound(id);
  if (ifMatch === null)
    throw new DefinitionError(
      'if_match_required',
      `Send If-Match with the ETag that you saw (now ${etagOf(document.version)}), or * to write over any version.`,
    );
  const accepted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!accepted.includes('*') && !accepted.includes(etagOf(document.version)))
    throw new DefinitionError(
      'changed_meanwhile',
      `You saw ${ifMatch}, the current version is ${etagOf(document.version)}. Look at it, then send your change again.`,
      [],
      { body: document.body as Record<string, unknown>, version: document.version },
    );
  return document;
}

/** There is nothing of that id. */
export function notFound(id: string): DefinitionError {
  return new DefinitionError('not_found', `There is nothing of the id "${id}" here. List them to see which there are.`);
}
