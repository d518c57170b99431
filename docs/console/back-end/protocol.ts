import type { IngestOutcome, IngestProgress, IngestRefusal, Mapping } from '#engine/index.js';

/** Marks what page and worker say to each other beside the requests of the contract. */
export const consoleMark = 'console-1';

/** A field of a file that was looked into. */
export interface SeenField {
  readonly name: string;
  /** One of its values, as text. */
  readonly example: string;
}

/** What a first look into a file shows: its fields and event names, from the first rows. */
export interface Glance {
  readonly fields: readonly SeenField[];
  readonly events: readonly string[];
}

/** How reading a file ended. */
export type Reading =
  | { readonly kind: 'taken'; readonly outcome: IngestOutcome }
  | {
      readonly kind: 'refused';
      readonly code: IngestRefusal['code'] | 'nothing';
      readonly message: string;
      readonly names: readonly string[];
      readonly outcome?: IngestOutcome;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** From the page. */
export type ToWorker = { readonly mark: typeof consoleMark; readonly id: number } & (
  | { readonly kind: 'glance'; readonly file: Blob }
  | { readonly kind: 'read'; readonly file: Blob; readonly mapping: Mapping }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'demo' }
);

/** To the page. */
export type FromWorker = { readonly mark: typeof consoleMark; readonly id: number } & (
  | { readonly kind: 'progress'; readonly progress: IngestProgress }
  | { readonly kind: 'answer'; readonly answer: Glance | Reading | null }
);

/** Whether a message is one of ours. */
export function isConsoleMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && (data as { mark?: unknown }).mark === consoleMark;
}
