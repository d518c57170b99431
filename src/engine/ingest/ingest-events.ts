import { ArraySplitter } from './array-splitter.js';
import { BatchBuilder } from './batch-builder.js';
import { CsvRows } from './csv-rows.js';
import { CsvSplitter } from './csv-splitter.js';
import { bytesToTell, detectFormat, withoutBom, type EventFormat } from './format.js';
import { gunzip, isGzip } from './gunzip.js';
import { defaultLimits, type IngestOptions, type IngestOutcome } from './ingest-options.js';
import { piecesOf, sizeOf, type EventInput, type Pieces } from './input.js';
import { JsonRows } from './json-rows.js';
import { LineSplitter } from './line-splitter.js';
import { Rejections } from './rejections.js';
import { roleTable } from './roles.js';
import { type RowReader, type RowSink, type Splitter } from './row-source.js';
import { SlotTable } from './slot-table.js';
import { VisitGate, type BatchSink } from './visit-gate.js';
import { withHead } from './with-head.js';

/**
 * Reads a file of events, NDJSON, a JSON array or CSV, each maybe gzipped, and hands them on in batches.
 *
 * Bad rows are rejected with number and reason, good ones stay. Throws {@link IngestRefusal} where the file as a whole
 * cannot be read or counts no visit, the signal's reason once that is aborted, and whatever the sink throws.
 *
 * @example const { accepted, rejected } = await ingestEvents(store, file.stream(), { mapping });
 */
export async function ingestEvents(
  sink: BatchSink,
  input: EventInput,
  options: IngestOptions = {},
): Promise<IngestOutcome> {
  const run = new IngestRun(sink, options);
  const totalBytes = sizeOf(input);
  let bytes = 0;
  const counted = each(piecesOf(input, options.signal), (piece) => (bytes += piece.length));
  for await (const piece of await run.open(counted)) {
    options.signal?.throwIfAborted();
    run.push(piece);
    options.onProgress?.({ bytes, totalBytes, ...run.counts });
  }
  const outcome = run.end();
  options.onProgress?.({ bytes, totalBytes, ...run.counts });
  return outcome;
}

/** One file on its way into a sink. */
class IngestRun implements RowSink {
  readonly #options: IngestOptions;
  readonly #builder: BatchBuilder;
  readonly #slots: SlotTable;
  readonly #gate: VisitGate;
  readonly #rejections: Rejections;
  #reader!: RowReader;
  #splitter!: Splitter;
  #accepted = 0;
  #duplicate = 0;

  constructor(sink: BatchSink, options: IngestOptions) {
    this.#options = options;
    this.#builder = new BatchBuilder({
      majorAmounts: this.#majorAmounts,
      app: options.app,
      maxProperties: options.maxProperties ?? defaultLimits.maxProperties,
    });
    this.#slots = new SlotTable(this.#builder, options.mapping ?? {});
    this.#gate = new VisitGate(sink, roleTable(options.mapping), options.withoutVisits ?? false);
    this.#rejections = new Rejections(options.maxRejections ?? defaultLimits.maxRejections);
  }

  get counts() {
    return { accepted: this.#accepted, duplicate: this.#duplicate, rejected: this.#rejections.count };
  }

  /** Looks at the first bytes, settles how the file is read, and gives its text. */
  async open(raw: Pieces): Promise<Pieces> {
    const packed = await withHead(raw, 3);
    const text = (this.#options.gzip ?? isGzip(packed.head)) ? gunzip(packed.pieces) : packed.pieces;
    const { head, pieces } = await withHead(text, bytesToTell);
    const bom = head.length - withoutBom(head).length;
    this.#read(this.#options.format ?? detectFormat(head.subarray(bom)));
    return bom > 0 ? skipped(pieces, bom) : pieces;
  }

  push(piece: Uint8Array): void {
    this.#splitter.push(piece);
  }

  end(): IngestOutcome {
    this.#splitter.end();
    this.#flush();
    this.#gate.end();
    return { ...this.counts, rejections: this.#rejections.list, leftOut: [...this.#slots.leftOut] };
  }

  row(bytes: Uint8Array, start: number, end: number, number: number): void {
    const reason = this.#reader.read(bytes, start, end);
    if (reason !== null) this.#rejections.add(number, reason);
    else if (this.#builder.isFull) this.#flush();
  }

  reject(number: number, reason: string): void {
    this.#rejections.add(number, reason);
  }

  get #majorAmounts(): boolean {
    return this.#options.mapping?.amount_unit === 'major';
  }

  #read(format: EventFormat): void {
    const maxRowBytes = this.#options.maxRowBytes ?? defaultLimits.maxRowBytes;
    if (format === 'csv') {
      const splitter = new CsvSplitter(this, maxRowBytes);
      const settle = (delimiter: number) => void (splitter.delimiter = delimiter);
      this.#splitter = splitter;
      this.#reader = new CsvRows(this.#builder, this.#slots, this.#majorAmounts, settle);
    } else {
      this.#splitter = format === 'json' ? new ArraySplitter(this, maxRowBytes) : new LineSplitter(this, maxRowBytes);
      this.#reader = new JsonRows(this.#builder, this.#slots, this.#majorAmounts);
    }
  }

  #flush(): void {
    if (this.#builder.row === 0) return;
    const { accepted, duplicate } = this.#gate.append(this.#builder.take());
    this.#accepted += accepted;
    this.#duplicate += duplicate;
  }
}

async function* each(pieces: Pieces, see: (piece: Uint8Array) => void): Pieces {
  for await (const piece of pieces) {
    see(piece);
    yield piece;
  }
}

async function* skipped(pieces: Pieces, count: number): Pieces {
  let left = count;
  for await (const piece of pieces) {
    const cut = Math.min(left, piece.length);
    left -= cut;
    if (cut < piece.length) yield piece.subarray(cut);
  }
}
