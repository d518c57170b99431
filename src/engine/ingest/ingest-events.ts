import { MemoryLimitError } from '../store/memory-limit.js';
import { BatchBuilder } from './batch-builder.js';
import { CountingSink } from './counting-sink.js';
import { bytesToTell, detectFormat, withoutBom, type EventFormat } from './format.js';
import { isGzip } from './gzip-mark.js';
import { defaultLimits, type IngestOptions, type IngestOutcome } from './ingest-options.js';
import { piecesOf, sizeOf, type EventInput, type Pieces } from './input.js';
import { IngestRefusal } from './ingest-refusal.js';
import { JsonRows } from './json-rows.js';
import { LineSplitter } from './line-splitter.js';
import { Rejections } from './rejections.js';
import { roleTable } from './roles.js';
import type { RowSink } from './row-source.js';
import { SlotTable } from './slot-table.js';
import type { Taken } from './taken.js';
import { VisitGate, type BatchSink } from './visit-gate.js';
import type { Way } from './way.js';
import { withHead } from './with-head.js';

/**
 * Reads a file of events, NDJSON, a JSON array or CSV, each maybe gzipped, and hands them on in batches.
 *
 * Bad rows are rejected with number and reason, good ones stay. Throws {@link IngestRefusal} where the file as a whole
 * cannot be read or counts no visit, the signal's reason once that is aborted, and whatever the sink throws.
 *
 * @param brokeOff told what had been taken, before any of these is thrown.
 * @example const { accepted, rejected } = await ingestEvents(store, file.stream(), { mapping });
 */
export async function ingestEvents(
  sink: BatchSink,
  input: EventInput,
  options: IngestOptions = {},
  brokeOff?: (taken: Taken) => void,
): Promise<IngestOutcome> {
  const run = new IngestRun(sink, options);
  try {
    return await readAll(run, input, options);
  } catch (error) {
    if (error instanceof IngestRefusal || error instanceof MemoryLimitError) error.taken = run.taken;
    brokeOff?.(run.taken);
    throw error;
  }
}

async function readAll(run: IngestRun, input: EventInput, options: IngestOptions): Promise<IngestOutcome> {
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
  readonly #counting: CountingSink;
  readonly #gate: VisitGate;
  readonly #rejections: Rejections;
  #way!: Way;
  /** Number of the last row that was read. */
  #row = 0;

  constructor(sink: BatchSink, options: IngestOptions) {
    this.#options = options;
    this.#builder = new BatchBuilder({
      majorAmounts: this.#majorAmounts,
      app: options.app,
      maxProperties: options.maxProperties ?? defaultLimits.maxProperties,
    });
    this.#slots = new SlotTable(this.#builder, options.mapping ?? {});
    this.#counting = new CountingSink(sink);
    this.#gate = new VisitGate(this.#counting, roleTable(options.mapping), options.withoutVisits ?? false);
    this.#rejections = new Rejections(options.maxRejections ?? defaultLimits.maxRejections);
  }

  get counts() {
    const { accepted, duplicate } = this.#counting;
    return { accepted, duplicate, rejected: this.#rejections.count };
  }

  /** What stays if the reading breaks off here. */
  get taken(): Taken {
    const { accepted, duplicate, end } = this.#counting;
    const rejections = this.#rejections.list.filter(({ row }) => row <= end.row);
    const leftOut = [...this.#slots.leftOut];
    return { accepted, duplicate, rejected: end.rejected, rejections, leftOut, lastRow: end.row };
  }

  /** Looks at the first bytes, settles how the file is read, and gives its text. */
  async open(raw: Pieces): Promise<Pieces> {
    const packed = await withHead(raw, 3);
    const text = (this.#options.gzip ?? isGzip(packed.head)) ? await unpacked(packed.pieces) : packed.pieces;
    const { head, pieces } = await withHead(text, bytesToTell);
    const bom = head.length - withoutBom(head).length;
    this.#way = await this.#wayOf(this.#options.format ?? this.#told(detectFormat(head.subarray(bom))));
    return bom > 0 ? skipped(pieces, bom) : pieces;
  }

  push(piece: Uint8Array): void {
    this.#way.splitter.push(piece);
  }

  end(): IngestOutcome {
    this.#way.splitter.end();
    this.#flush();
    this.#gate.end();
    return { ...this.counts, rejections: this.#rejections.list, leftOut: [...this.#slots.leftOut] };
  }

  row(bytes: Uint8Array, start: number, end: number, number: number): void {
    this.#row = number;
    const reason = this.#way.reader.read(bytes, start, end);
    if (reason !== null) this.#rejections.add(number, reason);
    else if (this.#builder.isFull) this.#flush();
  }

  rowFrom(bytes: Uint8Array, start: number, limit: number, number: number): number {
    const end = this.#way.reader.readLine?.(bytes, start, limit, this.#maxRowBytes) ?? -1;
    if (end < 0) return end;
    this.#row = number;
    if (this.#builder.isFull) this.#flush();
    return end;
  }

  reject(number: number, reason: string): void {
    this.#row = number;
    this.#rejections.add(number, reason);
  }

  get #majorAmounts(): boolean {
    return this.#options.mapping?.amount_unit === 'major';
  }

  get #maxRowBytes(): number {
    return this.#options.maxRowBytes ?? defaultLimits.maxRowBytes;
  }

  /** The format that the content tells, where it may be that one. */
  #told(format: EventFormat): EventFormat {
    const { formats } = this.#options;
    return !formats || formats.includes(format) ? format : (formats[0] ?? format);
  }

  /** Most files are NDJSON; what reads the other formats is loaded with the first such file. */
  async #wayOf(format: EventFormat): Promise<Way> {
    const maxRowBytes = this.#maxRowBytes;
    if (format === 'csv') {
      const { csvWay } = await import('./csv.js');
      const ends = { builder: this.#builder, slots: this.#slots, majorAmounts: this.#majorAmounts, maxRowBytes };
      return csvWay({ sink: this, ...ends });
    }
    const Splitter = format === 'json' ? (await import('./array-splitter.js')).ArraySplitter : LineSplitter;
    const reader = new JsonRows(this.#builder, this.#slots, this.#majorAmounts);
    return { splitter: new Splitter(this, maxRowBytes), reader };
  }

  #flush(): void {
    if (this.#builder.row === 0) return;
    this.#counting.announce({ row: this.#row, rejected: this.#rejections.count });
    this.#gate.append(this.#builder.take());
  }
}

/** What unpacks is loaded with the first packed file. */
async function unpacked(pieces: Pieces): Promise<Pieces> {
  const { gunzip } = await import('./gunzip.js');
  return gunzip(pieces);
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
