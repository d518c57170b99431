import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { bytesToTell, detectFormat, isGzip, withoutBom, type EventFormat } from '#engine/ingest/reading.js';

/** How the events of a file are written. */
export type FileFormat = EventFormat | 'parquet';

/** What the first bytes of a file tell. */
export interface FileLook {
  readonly format: FileFormat;
  readonly isPacked: boolean;
  /** What parts the fields of a CSV file. */
  readonly delimiter: string;
}

/** Looks at the first bytes of a file, unpacked where it is gzip. */
export async function lookAt(path: string): Promise<FileLook> {
  const head = await headOf(path, false);
  if (new TextDecoder().decode(head.subarray(0, 4)) === 'PAR1')
    return { format: 'parquet', isPacked: false, delimiter: '' };
  const isPacked = isGzip(head);
  const start = withoutBom(isPacked ? await headOf(path, true) : head);
  const format = detectFormat(start);
  return { format, isPacked, delimiter: format === 'csv' ? delimiterOf(start) : '' };
}

/** A comma, or where the header has none a semicolon or tab. */
function delimiterOf(start: Uint8Array): string {
  const [header = ''] = new TextDecoder()
    .decode(start)
    .replaceAll(/"[^"]*"/g, '')
    .split('\n', 1);
  return [',', ';', '\t'].find((mark) => header.includes(mark)) ?? ',';
}

async function headOf(path: string, isPacked: boolean): Promise<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: bytesToTell });
  // That reading stops in the middle is no fault.
  const stream = isPacked ? pipeline(file, createGunzip(), () => undefined) : file;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= bytesToTell) break;
  }
  return Buffer.concat(pieces);
}
