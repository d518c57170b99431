import type { EventFormat } from './format.js';
import type { Mapping } from './mapping.js';
import type { Rejection } from './rejections.js';

/** How far an ingestion is. */
export interface IngestProgress {
  /** Bytes of the input that are read, packed ones where it is gzip. */
  readonly bytes: number;
  /** Bytes of the input in all; `null` where that is not known (a stream). */
  readonly totalBytes: number | null;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/** What became of a file. */
export interface IngestOutcome {
  /** Events that now count. */
  readonly accepted: number;
  /** Events whose `event_id` was there before. */
  readonly duplicate: number;
  /** Rows that are no event, however many are listed. */
  readonly rejected: number;
  /** The first rejected rows, in order. */
  readonly rejections: readonly Rejection[];
  /** Custom properties that were not kept, as there were too many different ones. */
  readonly leftOut: readonly string[];
}

/** How events are read. */
export interface IngestOptions {
  /** Default: told by the content. */
  readonly format?: EventFormat | undefined;
  /** Which formats the content may tell; what looks like another is read as the first of them. Default: all. */
  readonly formats?: readonly EventFormat[] | undefined;
  /** Default: told by the content. */
  readonly gzip?: boolean | undefined;
  readonly mapping?: Mapping | undefined;
  /** The one app that the events are of: rows that name none get it, rows that name another are rejected. */
  readonly app?: string | undefined;
  /** Take a log also where nothing in it counts as a visit; right where more events follow or are there already. */
  readonly withoutVisits?: boolean | undefined;
  /** Called after each piece of the input. */
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined;
  /** Stops the reading; what was handed on stays. */
  readonly signal?: AbortSignal | undefined;
  /** Most rejected rows listed (all are counted). Default 100. */
  readonly maxRejections?: number | undefined;
  /** A longer row is rejected. Default 1 MiB. */
  readonly maxRowBytes?: number | undefined;
  /** Most different custom properties kept. Default 500. */
  readonly maxProperties?: number | undefined;
}

/** Limits where the options give none. */
export const defaultLimits = { maxRejections: 100, maxRowBytes: 2 ** 20, maxProperties: 500 } as const;
