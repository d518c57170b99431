import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWarehouse } from '#warehouse/index.js';
import type { BackEnd } from './back-end.js';

/** Our back end on a DuckDB file, as `serve --duckdb` opens it. */
export async function duckdbFile(): Promise<BackEnd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-duckdb-'));
  const warehouse = await openWarehouse(path.join(folder, 'events.duckdb'));
  return {
    name: 'DuckDB file',
    reports: warehouse,
    load: async (lines) => {
      await warehouse.ingest(lines, { format: 'ndjson' });
    },
    diskBytes: async () => {
      const files = await readdir(folder);
      const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    close: async () => {
      await warehouse.close();
      await rm(folder, { recursive: true });
    },
  };
}
