import type * as Driver from '@clickhouse/client';

/** ClickHouse's driver. */
export type ClickHouseDriver = typeof Driver;

let loaded: Promise<ClickHouseDriver> | undefined;

/** Loads the driver with the first database, for those who do without it need not install it. */
export function loadClickHouse(): Promise<ClickHouseDriver> {
  return (loaded ??= import('@clickhouse/client').catch((cause: unknown) => {
    loaded = undefined;
    throw new Error('ClickHouse’s driver is not installed here. Install it: npm install @clickhouse/client@1.23.1', {
      cause,
    });
  }));
}
