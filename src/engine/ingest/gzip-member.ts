import { IngestRefusal } from './ingest-refusal.js';

/** The shortest that a member can be: header, an empty block, checksum and length. */
const leastBytes = 20;

/** One member of a gzip file, unpacked by the platform as its bytes come. */
export class GzipMember {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Settles when all is read; with the fault where there is one. */
  readonly #read: Promise<unknown>;
  #pieces: Uint8Array[] = [];
  #packedBytes = 0;
  #unpackedBytes = 0;
  /** The last four bytes written, little end first: at a member's end how many bytes it unpacks to. */
  #lastWord = 0;

  constructor() {
    const stream = new DecompressionStream('gzip');
    this.#writer = stream.writable.getWriter();
    this.#reader = stream.readable.getReader();
    this.#writer.closed.catch(() => undefined);
    this.#read = this.#readAll().catch((fault: unknown) => fault ?? new Error('no reason given'));
  }

  /** What some more packed bytes unpack to, as far as it is known by now. */
  async *unpack(packed: Uint8Array): AsyncGenerator<Uint8Array> {
    if (packed.length === 0) return;
    this.#packedBytes += packed.length;
    for (const byte of packed.subarray(-4)) this.#lastWord = (this.#lastWord >>> 8) | (byte << 24);
    await this.#orFault(this.#writer.write(packed as Uint8Array<ArrayBuffer>));
    yield* this.#take();
  }

  /** True where the bytes so far are a whole member, going by the length in its last four bytes. */
  async endsHere(): Promise<boolean> {
    if (this.#packedBytes < leastBytes) return false;
    // All that was written is unpacked by now, but the reading of it may still stand in line.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return this.#lastWord >>> 0 === this.#unpackedBytes % 2 ** 32;
  }

  /** The rest of what it unpacks to; throws where it is cut off or its checksum is wrong. */
  async *end(): AsyncGenerator<Uint8Array> {
    await this.#orFault(this.#writer.close());
    const fault = await this.#read;
    if (fault !== undefined) throw broken(fault);
    yield* this.#take();
  }

  /** Lets go of the streams, whatever state they are in. */
  async giveUp(): Promise<void> {
    await this.#writer.abort().catch(() => undefined);
    await this.#reader.cancel().catch(() => undefined);
  }

  async #readAll(): Promise<undefined> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return undefined;
      this.#unpackedBytes += value.length;
      this.#pieces.push(value);
    }
  }

  *#take(): Generator<Uint8Array> {
    const pieces = this.#pieces;
    this.#pieces = [];
    yield* pieces;
  }

  /** Waits for a write; where the reading side fails meanwhile, a platform may leave the write waiting for ever. */
  async #orFault(write: Promise<void>): Promise<void> {
    write.catch(() => undefined);
    try {
      await Promise.race([write, this.#failed()]);
    } catch (fault) {
      throw broken(fault);
    }
  }

  async #failed(): Promise<void> {
    const fault = await this.#read;
    if (fault !== undefined) throw fault as Error;
  }
}

function broken(cause: unknown): IngestRefusal {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new IngestRefusal('unreadable', `The gzip data is broken or cut off (${why}).`, [], { cause });
}
