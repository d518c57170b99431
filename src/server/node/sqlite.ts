/** The few calls that the store makes of SQLite, whichever driver there is. */
export interface Sqlite {
  exec(sql: string): void;
  run(sql: string, parameters: (string | number)[]): void;
  all(sql: string, parameters: (string | number)[]): Record<string, unknown>[];
  close(): void;
}

/**
 * Opens a SQLite file with Node's own driver where there is one (22.13 and later), else with SQLite compiled to
 * WebAssembly: no native build, and the file is the same.
 */
export async function openSqlite(file: string): Promise<Sqlite> {
  return (await openWithNode(file)) ?? (await openWithWasm(file));
}

async function openWithNode(file: string): Promise<Sqlite | null> {
  // A name that the type checker and bundlers do not follow: Node 20 has no such module.
  const name: string = 'node:sqlite';
  let driver: NodeSqlite;
  try {
    driver = (await import(name)) as NodeSqlite;
  } catch {
    return null;
  }
  const database = new driver.DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000');
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    run: (sql, parameters) => {
      database.prepare(sql).run(...parameters);
    },
    all: (sql, parameters) => database.prepare(sql).all(...parameters),
    close: () => {
      database.close();
    },
  };
}

async function openWithWasm(file: string): Promise<Sqlite> {
  const { default: driver } = await import('node-sqlite3-wasm');
  const database = new driver.Database(file);
  database.exec('PRAGMA busy_timeout = 5000');
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    run: (sql, parameters) => {
      database.run(sql, parameters);
    },
    all: (sql, parameters) => database.all(sql, parameters),
    close: () => {
      database.close();
    },
  };
}

interface NodeSqlite {
  readonly DatabaseSync: new (file: string) => {
    exec(sql: string): void;
    prepare(sql: string): {
      run(...parameters: (string | number)[]): unknown;
      all(...parameters: (string | number)[]): Record<string, unknown>[];
    };
    close(): void;
  };
}
