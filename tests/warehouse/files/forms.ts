import { gunzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

/** A folder for files of a test. */
export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'files-'));

  at(name: string): string {
    return path.join(this.path, name);
  }

  write(name: string, text: string | Uint8Array): string {
    writeFileSync(this.at(name), text);
    return this.at(name);
  }

  /** Writes what a select gives as a Parquet or CSV file. */
  async copy(select: string, name: string): Promise<string> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`copy (${select}) to '${this.at(name)}'`);
    connection.closeSync();
    instance.closeSync();
    return this.at(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** A real log of the fixtures. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** Its text. */
export function textOf(name: string): string {
  const bytes = readFileSync(fixture(name));
  return new TextDecoder().decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

/** Events as a CSV file. */
export function csvOf(events: readonly object[]): string {
  const names = [...new Set(events.flatMap((event) => Object.keys(event)))];
  const cell = (value: unknown): string => {
    if (value === null || value === undefined) return '';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return /[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = events.map((event) => names.map((name) => cell((event as Record<string, unknown>)[name])).join(','));
  return [names.map(cell).join(','), ...lines].join('\n');
}
