import { IngestRefusal } from './ingest-refusal.js';

/** How events are written in a file. */
export const eventFormats = ['ndjson', 'json', 'csv'] as const;

/** One of {@link eventFormats}: an object a line, one array, or a header and records. */
export type EventFormat = (typeof eventFormats)[number];

/** Enough of a file to tell its format by. */
export const bytesToTell = 65_536;

/**
 * The format of a file by its first bytes, `isWhole` where they are all of it: an array where it begins with `[`, NDJSON
 * where one of its first lines begins with `{` and the first line does not look like a header, else CSV.
 */
export function detectFormat(start: Uint8Array): EventFormat {
  refuseForeign(start);
  const text = new TextDecoder().decode(start).trimStart();
  if (text.startsWith('[')) return 'json';
  if (text.startsWith('{')) return 'ndjson';
  const [header = '', ...lines] = text.split('\n', 20);
  const hasObjects = lines.some((line) => line.startsWith('{'));
  return hasObjects && !/[,;\t]/.test(header) ? 'ndjson' : 'csv';
}

/** Refuses what is plainly another kind of file, by its mark. */
function refuseForeign(start: Uint8Array): void {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new IngestRefusal('unreadable', 'The file is UTF-16; save it as UTF-8.');
  }
  if (first === 0x50 && second === 0x4b) {
    throw new IngestRefusal('unreadable', 'The file is a ZIP archive or a spreadsheet; unpack it or save it as CSV.');
  }
}

/** Bytes without the mark that some editors put before UTF-8. */
export function withoutBom(start: Uint8Array): Uint8Array {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start;
}
