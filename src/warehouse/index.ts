/** The warehouse: events in a DuckDB file, and every report of the contract as questions in SQL. Runs in Node. */
export { openWarehouse, type Loaded, type Warehouse, type WarehouseOptions } from './warehouse.js';
export type { DocumentChanges, Documents, FileDocument } from './duckdb/documents.js';
