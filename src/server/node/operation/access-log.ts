import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { UsageError } from '../usage-error.js';
import type { RequestEnd, RequestRecord } from './request-record.js';

/** Where one JSON line a request is written. */
export interface AccessLog {
  write(record: RequestRecord, end: RequestEnd): void;
  /** Resolves when every line is written. */
  close(): Promise<void>;
}

/**
 * Opens a log: a file that is appended to, `-` for stdout, or none. It names routes, not paths, and so neither tokens nor
 * anything of a query.
 */
export async function openAccessLog(file: string | undefined, warn: (text: string) => void): Promise<AccessLog> {
  if (file === undefined) return { write: () => undefined, close: () => Promise.resolve() };
  if (file === '-') return { write: writer(process.stdout), close: () => Promise.resolve() };
  let stream: Writable;
  try {
    stream = (await open(file, 'a')).createWriteStream();
  } catch (cause) {
    const { message } = cause as Error;
    throw new UsageError(`--access-log: “${file}” cannot be written: ${message}. Name a file, or - for stdout.`, {
      cause,
    });
  }
  stream.on('error', ({ message }) => {
    warn(`--access-log: “${file}” cannot be written any more: ${message}.`);
  });
  return {
    write: writer(stream),
    close: async () => {
      stream.end();
      await finished(stream).catch(() => undefined); // It has been told.
    },
  };
}

function writer(stream: Writable): AccessLog['write'] {
  return (record, end) => {
    if (stream.writable) stream.write(`${lineOf(record, end)}\n`);
  };
}

function lineOf(
  { id, method, route, arrived, subject }: RequestRecord,
  { status, seconds, bytes }: RequestEnd,
): string {
  const ms = Math.round(seconds * 10_000) / 10;
  return JSON.stringify({ time: arrived.toISOString(), request_id: id, method, route, status, ms, bytes, subject });
}
