import type { CodedColumn, ColumnBatch } from '../store/column-batch.js';
import type { RoleOf } from '../store/roles.js';
import type { AppendOutcome } from '../store/store.js';
import { IngestRefusal } from './ingest-refusal.js';

/** What takes finished batches: the store. */
export interface BatchSink {
  append(batch: ColumnBatch): AppendOutcome;
}

/** How many names a refusal lists. */
const mostNames = 50;

/**
 * Holds batches back until one of them has an event that counts as a visit. A log without any would give empty reports
 * and no word why; so it is refused whole, with the names that it does hold.
 */
export class VisitGate implements BatchSink {
  #held: ColumnBatch[] = [];
  #isOpen: boolean;

  constructor(
    private readonly sink: BatchSink,
    private readonly roleOf: RoleOf,
    isOpen: boolean,
  ) {
    this.#isOpen = isOpen;
  }

  append(batch: ColumnBatch): AppendOutcome {
    if (this.#isOpen) return this.sink.append(batch);
    this.#held.push(batch);
    return this.#hasVisit(batch) ? this.#open() : { accepted: 0, duplicate: 0 };
  }

  /** No more batches come; throws {@link IngestRefusal} where there were events and no visit among them. */
  end(): void {
    if (this.#isOpen || this.#held.length === 0) return;
    const names = eventNames(this.#held);
    this.#held = [];
    throw noVisits(names);
  }

  #open(): AppendOutcome {
    this.#isOpen = true;
    const total = { accepted: 0, duplicate: 0 };
    for (const batch of this.#held) {
      const { accepted, duplicate } = this.sink.append(batch);
      total.accepted += accepted;
      total.duplicate += duplicate;
    }
    this.#held = [];
    return total;
  }

  #hasVisit({ event, length }: ColumnBatch): boolean {
    const isVisit = event.dictionary.map((name, code) => {
      const role = code === 0 ? null : this.roleOf(name);
      return role === 'launch' || role === 'page_view';
    });
    return isVisit.includes(true) && event.codes.subarray(0, length).some((code) => isVisit[code]);
  }
}

/** The event names of some batches, most frequent first. */
function eventNames(batches: readonly ColumnBatch[]): string[] {
  const counts = new Map<string, number>();
  for (const { event, length } of batches)
    for (const name of namesIn(event, length)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
}

function* namesIn({ codes, dictionary }: CodedColumn, length: number): Iterable<string> {
  for (let row = 0; row < length; row++) yield dictionary[codes[row]!]!;
}

/**
 * The refusal of a log without visits.
 *
 * @param names the event names that it holds, most frequent first.
 */
export function noVisits(names: readonly string[]): IngestRefusal {
  const listed = names.slice(0, mostNames).map((name) => JSON.stringify(name));
  const others = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  const example = JSON.stringify({ roles: { page_view: [names[0]] } });
  return new IngestRefusal(
    'no_visits',
    `No event of the log plays launch or page_view, so there are no visits to count. Its events are ${listed.join(', ')}${others}. ` +
      `Say which are page views, as in the mapping ${example}, or {"roles":{"page_view":"*"}} for all of them.`,
    names,
  );
}
