import { stat } from 'node:fs/promises';
import type { RowSource } from '../rows.js';
import { sql, text } from '../sql.js';

/** A file of events as it is now. */
export interface EventFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was last written, in epoch milliseconds. */
  readonly modified: number;
}

/** What is wrong with the files or with how they are named; for whoever runs the server. */
export class FilesError extends Error {
  override readonly name = 'FilesError';
}

/** The files that some patterns name, in the order of their paths. A pattern may hold `*`, `**`, `?` and `[…]`. */
export async function listFiles(source: RowSource, patterns: readonly string[]): Promise<EventFile[]> {
  const paths = new Set<string>();
  for (const pattern of patterns) {
    const rows = await source.rows(sql`select file from glob(${text(pattern)})`);
    if (rows.length === 0)
      throw new FilesError(`No file is named “${pattern}”. Name a file, or several as logs/*.parquet.`);
    for (const { file } of rows) paths.add(String(file));
  }
  return Promise.all([...paths].sort().map(lookUp));
}

async function lookUp(path: string): Promise<EventFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, bytes: size, modified: mtimeMs };
}

/** Whether a file has not been written since. */
export function isSame(a: EventFile, b: EventFile): boolean {
  return a.path === b.path && a.bytes === b.bytes && a.modified === b.modified;
}
