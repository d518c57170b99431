import type { IngestOutcome, IngestProgress, Mapping } from '#engine/index.js';
import type { Glance, Reading } from '../../back-end/protocol.js';

/** A file on its way into the console. */
export interface Chosen {
  readonly name: string;
  readonly blob: Blob;
  readonly source: 'apache' | 'shop' | 'own';
}

/** What a refusal says. */
export type Refusal = Extract<Reading, { kind: 'refused' }>;

/** Where the page "Your events" stands. */
export type Stage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly chosen: Chosen; readonly progress: IngestProgress | null }
  | {
      readonly kind: 'done';
      readonly chosen: Chosen;
      readonly mapping: Mapping;
      readonly outcome: IngestOutcome;
      readonly facts: Facts;
    }
  | {
      readonly kind: 'mapping';
      readonly chosen: Chosen;
      readonly mapping: Mapping;
      readonly glance: Glance;
      readonly refusal: Refusal | null;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** What the log that is shown turned out to hold. */
export interface Facts {
  readonly users: number | null;
  readonly days: readonly string[];
}
