import type { Slice } from './scope-log.js';

/** How many facts are handed on at once: enough to make a call cheap, few enough to stay in the processor's cache. */
export const CHUNK_SIZE = 1024;

/**
 * Some facts of one slice, as columns: what a scan hands to the reducers. Facts come person by person, so that a
 * reducer can count distinct people by remembering the last.
 */
export class Facts {
  slice!: Slice;
  length = 0;
  /**
   * Whether each fact is an open (`item` is its number) or is about one event. Where page views or visits are asked for, an
   * open all of whose events lie in one period stands for its page views or visits.
   */
  areOpens = false;
  readonly person = new Uint32Array(CHUNK_SIZE);
  /** The row of the event, of an open its first. */
  readonly row = new Uint32Array(CHUNK_SIZE);
  /** The row of an event, the number of a page view or of an open; of a first visit the open that holds it. */
  readonly item = new Uint32Array(CHUNK_SIZE);
  readonly time = new Float64Array(CHUNK_SIZE);
  /** Where the fact counts: group × buckets + bucket. */
  readonly cell = new Uint32Array(CHUNK_SIZE);
}
