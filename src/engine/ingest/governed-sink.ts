import type { CollectContext, Verdict } from '#contract/report-source.js';
import type { CodedColumn, ColumnBatch } from '../store/column-batch.js';
import type { AppendOutcome } from '../store/store.js';
import { eventOfRow } from './event-of-row.js';
import { keepRows } from './keep-rows.js';
import type { BatchSink } from './visit-gate.js';

/** What definitions say of events, and where those go that are to be shown. */
export type SinkRules = Required<Pick<CollectContext, 'govern'>> & Pick<CollectContext, 'record'>;

/**
 * Stands before a sink and lets through what the definitions of event names let report. An event that is dropped or
 * only shown leaves no trace in the store, its `event_id` neither: sent again once it is published, it reports.
 */
export class GovernedSink implements BatchSink {
  /** Events that were dropped. */
  dropped = 0;
  /** Events that are only shown. */
  recorded = 0;
  readonly #verdicts = new Map<CodedColumn['dictionary'], Verdict[]>();

  constructor(
    private readonly sink: BatchSink,
    private readonly rules: SinkRules,
  ) {}

  append(batch: ColumnBatch): AppendOutcome {
    const verdicts = this.#verdictsOf(batch.event);
    if (verdicts.every((verdict) => verdict === 'report')) return this.sink.append(batch);
    const verdictAt = (row: number) => verdicts[batch.event.codes[row]!]!;
    const kept: number[] = [];
    for (let row = 0; row < batch.length; row++) if (reports(verdictAt(row))) kept.push(row);
    const outcome = this.#appendRows(batch, kept);
    // After that, as a batch that the sink refuses leaves nothing behind.
    for (let row = 0; row < batch.length; row++) {
      const verdict = verdictAt(row);
      if (verdict === 'record' || verdict === 'report_and_record') this.rules.record?.(eventOfRow(batch, row));
      if (verdict === 'drop') this.dropped++;
      else if (verdict === 'record') this.recorded++;
    }
    return outcome;
  }

  #appendRows(batch: ColumnBatch, kept: readonly number[]): AppendOutcome {
    if (kept.length === 0) return { accepted: 0, duplicate: 0 };
    return this.sink.append(kept.length === batch.length ? batch : keepRows(batch, Uint32Array.from(kept)));
  }

  /** By event code. A dictionary grows from batch to batch; each of its names is asked about once. */
  #verdictsOf({ dictionary }: CodedColumn): Verdict[] {
    const verdicts = this.#verdicts.get(dictionary) ?? ['report'];
    this.#verdicts.set(dictionary, verdicts);
    for (let code = verdicts.length; code < dictionary.length; code++)
      verdicts.push(this.rules.govern(dictionary[code]!));
    return verdicts;
  }
}

function reports(verdict: Verdict): boolean {
  return verdict === 'report' || verdict === 'report_and_record';
}
