import type * as Driver from '@duckdb/node-api';

/** DuckDB's driver. */
export type DuckDbDriver = typeof Driver;

let loaded: Promise<DuckDbDriver> | undefined;

/** Loads the driver with the first database: it brings 68 MB that those who do without it need not install. */
export function loadDuckDb(): Promise<DuckDbDriver> {
  return (loaded ??= import('@duckdb/node-api').catch((cause: unknown) => {
    loaded = undefined;
    throw new Error('DuckDB is not installed here. Install it: npm install @duckdb/node-api@1.5.6-r.1', { cause });
  }));
}
