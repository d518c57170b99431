/** Where events come from: a stream (a request's body, a file), or what is in memory already. */
export type EventInput = ReadableStream<Uint8Array> | Uint8Array | ArrayBuffer | Blob | string;

/** Pieces of a file, in order. */
export type Pieces = AsyncIterable<Uint8Array>;

/** What is in memory is handed out in pieces of this size, so that a page can breathe and an abort is noticed between. */
const pieceBytes = 2 ** 21;

/** The bytes of an input, piece by piece. Stops with the signal's reason once it is aborted, and releases the stream. */
export async function* piecesOf(input: EventInput, signal?: AbortSignal): Pieces {
  signal?.throwIfAborted();
  if (input instanceof ReadableStream) yield* fromStream(input, signal);
  else if (input instanceof Blob) yield* fromStream(input.stream(), signal);
  else yield* fromMemory(bytesOf(input), signal);
}

/** How many bytes an input has, where that is known beforehand. */
export function sizeOf(input: EventInput): number | null {
  if (input instanceof ReadableStream) return null;
  if (input instanceof Blob) return input.size;
  return typeof input === 'string' ? null : input.byteLength;
}

function bytesOf(input: Uint8Array | ArrayBuffer | string): Uint8Array {
  if (typeof input === 'string') return new TextEncoder().encode(input);
  return input instanceof Uint8Array ? input : new Uint8Array(input);
}

async function* fromMemory(bytes: Uint8Array, signal?: AbortSignal): Pieces {
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    if (start > 0) await breath();
    signal?.throwIfAborted();
    yield bytes.subarray(start, start + pieceBytes);
  }
}

async function* fromStream(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): Pieces {
  const reader = stream.getReader();
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** Lets other tasks of the thread run. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
