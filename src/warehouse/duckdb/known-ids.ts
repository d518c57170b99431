import { sql, texts } from '../sql.js';
import type { Connection } from './connection.js';
import { IdMarks } from './id-marks.js';

/** Finds events whose `event_id` came before. Only ids that may have come before are looked up in the table. */
export class KnownIds {
  readonly #marks = new IdMarks();
  #isFilled = false;

  /**
   * The places of ids that stand earlier in the list or in the table.
   *
   * @param ids in the order of their events; `null` is none.
   * @param hashes the lower and the higher half of the hash of each.
   */
  async repeated(writer: Connection, ids: readonly (string | null)[], hashes: Uint32Array): Promise<number[]> {
    if (!this.#isFilled || !this.#marks.hasRoomFor(ids.length)) await this.#fill(writer, ids.length);
    const maybe = ids.filter((id, at) => id !== null && this.#marks.meet(hashes[2 * at]!, hashes[2 * at + 1]!));
    if (maybe.length === 0) return [];
    const met = await this.#inTable(writer, maybe as string[]);
    return ids.flatMap((id, at) => {
      if (id === null) return [];
      if (met.has(id)) return [at];
      met.add(id);
      return [];
    });
  }

  /** Marks the ids of the table, with room for as many again. */
  async #fill(writer: Connection, more: number): Promise<void> {
    const [row] = await writer.rows(sql`select count(id_hash) as count from events`);
    this.#marks.clear(2 * ((row!['count'] as number) + more));
    for await (const hashes of writer.hashes(sql`select id_hash from events where id_hash is not null`)) {
      for (let at = 0; at < hashes.length; at += 2) this.#marks.meet(hashes[at]!, hashes[at + 1]!);
    }
    this.#isFilled = true;
  }

  async #inTable(writer: Connection, ids: readonly string[]): Promise<Set<string>> {
    const rows = await writer.rows(sql`
      select event_id from events where id_hash in (select md5_number_lower(unnest(${texts(ids)})))`);
    return new Set(rows.map(({ event_id: id }) => String(id)));
  }
}
