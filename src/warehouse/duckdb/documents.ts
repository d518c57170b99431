import { sql, text, whole, instant } from '../sql.js';
import type { Database } from './database.js';

/** A JSON document with its version. */
export interface FileDocument {
  readonly id: string;
  readonly version: number;
  readonly body: unknown;
}

/** What a change leaves behind, and what it answers. */
export interface DocumentChanges<T> {
  readonly put: readonly FileDocument[];
  readonly deleted: readonly string[];
  readonly result: T;
}

/** Documents (definitions, saved funnels, past queries) in a DuckDB file. */
export class Documents {
  constructor(private readonly database: Database) {}

  /**
   * Gives a change all documents of a collection of an app, oldest first, and keeps what it leaves behind. No other change
   * comes between, and one that throws leaves everything as it was.
   */
  exchange<T>(
    collection: string,
    app: string,
    change: (documents: readonly FileDocument[]) => DocumentChanges<T>,
  ): Promise<T> {
    const isOf = sql`collection = ${text(collection)} and app = ${text(app)}`;
    return this.database.write(async (writer) => {
      const rows = await writer.rows(
        sql`select id, version, body, position from documents where ${isOf} order by position`,
      );
      const positions = new Map(rows.map(({ id, position }) => [String(id), position as number]));
      const { put, deleted, result } = change(
        rows.map(({ id, version, body }) => ({
          id: String(id),
          version: version as number,
          body: JSON.parse(String(body)) as unknown,
        })),
      );
      let next = Math.max(0, ...positions.values()) + 1;
      for (const id of deleted) await writer.run(sql`delete from documents where ${isOf} and id = ${text(id)}`);
      for (const { id, version, body } of put) {
        await writer.run(sql`delete from documents where ${isOf} and id = ${text(id)}`);
        // A document that is there already keeps its position.
        const position = positions.get(id) ?? next++;
        await writer.run(sql`
          insert into documents (collection, app, id, position, version, body)
          values (${text(collection)}, ${text(app)}, ${text(id)}, ${instant(position)}, ${whole(version)}, ${text(JSON.stringify(body))})`);
      }
      return result;
    });
  }
}
