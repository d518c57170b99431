import type { SavedFunnel } from '#contract/api.js';
import type { RequestError } from '#client/request-error.js';
import type { DraftFault, FaultPlace } from './draft-rules.js';

/** What has come of an attempt to save, where it has not been saved. */
export type SaveFailure =
  /** Fields to mend, by the back end. */
  | { readonly kind: 'faults'; readonly faults: readonly DraftFault[] }
  /** Somebody else saved meanwhile: their version, and what the next write has to name. */
  | { readonly kind: 'conflict'; readonly theirs: SavedFunnel; readonly etag: string }
  /** Somebody else deleted it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'forbidden' }
  /** It may go through the next time. */
  | { readonly kind: 'failed'; readonly error: Error };

/** Which of the designed outcomes a failure is. Kinds are read by name: the error may come from another copy of the library. */
export function failureOf(error: Error): SaveFailure {
  const { status, problem, etag, kind } = error as Partial<RequestError>;
  if (kind === 'forbidden') return { kind: 'forbidden' };
  if (status === 404) return { kind: 'gone' };
  if (status === 412 && problem?.current && etag)
    return { kind: 'conflict', theirs: problem.current as unknown as SavedFunnel, etag };
  if (status === 409 && problem?.code === 'name_taken')
    return { kind: 'faults', faults: [{ place: 'name', kind: 'nameTaken' }] };
  const faults = (problem?.errors ?? []).flatMap(({ parameter, message: text }): DraftFault[] => {
    const place = placeOfPointer(parameter);
    return place ? [{ place, kind: 'said', text }] : [];
  });
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'failed', error };
}

/** Where in the form a fault belongs that the back end names by a JSON pointer; nothing where it has no field there. */
export function placeOfPointer(pointer: string): FaultPlace | undefined {
  const [, member, index] = pointer.split('/');
  if (member === 'name') return 'name';
  if (member === 'steps') return index === undefined ? 'steps' : `step-${Number(index)}`;
  if (member === 'window_seconds') return 'window';
  return member === 'group_by' ? 'group' : undefined;
}
