/** The warehouse: events in a database, and every report of the contract as questions in SQL. Runs in Node. */
export { openWarehouse, type Loaded, type Warehouse, type WarehouseOptions } from './warehouse.js';
export { openFiles, type FileOptions, type FilesOutcome, type FileWarehouse } from './files/file-warehouse.js';
export { FilesError } from './node/file-list.js';
export type { SqlReportOptions } from './sql-reports.js';
export type { DocumentChanges, Documents, FileDocument } from './duckdb/documents.js';
export { openClickHouse, type ClickHouseOptions, type ClusterWarehouse } from './clickhouse/cluster-warehouse.js';
export { openClickHouseTable, type ClickHouseTableOptions, type TableWarehouse } from './clickhouse/table-warehouse.js';
