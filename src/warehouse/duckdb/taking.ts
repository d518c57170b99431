import type { ColumnBatch } from '#engine/ingest/reading.js';
import { instant, sql, wholes, type Sql } from '../sql.js';
import type { Connection } from './connection.js';
import { Incoming } from './incoming.js';
import type { KnownIds } from './known-ids.js';
import type { DuckDbDriver } from './load.js';
import type { UserNumbers } from './user-numbers.js';

/** What became of some events. */
export interface Stored {
  readonly accepted: number;
  readonly duplicate: number;
}

/** How far the log goes, as far as it is committed. */
export interface LogEnd {
  /** The number that the next event gets. */
  nextSeq: number;
  /** The time of the latest event, `-Infinity` where there is none. */
  lastTs: number;
}

/** What is known of the log without asking. */
export interface LogKnowledge {
  readonly end: LogEnd;
  readonly users: UserNumbers;
  readonly ids: KnownIds;
}

/** Some batches on their way into the tables, in one transaction. */
export class Taking {
  #accepted = 0;
  #duplicate = 0;
  #seq: number;
  #lastTs = -Infinity;

  constructor(
    private readonly driver: DuckDbDriver,
    private readonly writer: Connection,
    private readonly log: LogKnowledge,
  ) {
    this.#seq = log.end.nextSeq;
  }

  /**
   * Puts the batches of some requests into the tables, all with the same few statements, and tells what became of the
   * events of each. An event with the `event_id` of one before is left out.
   */
  async add(requests: readonly (readonly ColumnBatch[])[]): Promise<Stored[]> {
    const { writer } = this;
    const incoming = new Incoming(this.driver, requests.flat());
    await incoming.write(writer);
    const left = incoming.hasIds ? await this.#leaveOutRepeated(incoming) : [];
    const numbers = sql`${wholes(await this.#numbersOfUsers(incoming, left))}[user_place]`;
    const { columns, values } = incoming.filled;
    await writer.run(sql`
      insert into events (seq, "user", id_hash, ${columns})
      select ${instant(this.#seq)} + place, ${numbers}, ${incoming.hasIds ? HASH : sql`null`}, ${values} from incoming`);
    if (incoming.guid) await keepGuids(writer, numbers, incoming.guid);
    this.#seq += incoming.length;
    return this.#count(requests, left);
  }

  /** What became of the events so far. */
  get stored(): Stored {
    return { accepted: this.#accepted, duplicate: this.#duplicate };
  }

  /** Makes it known how far the log goes now that its transaction is committed. */
  settle(): void {
    const { end } = this.log;
    end.nextSeq = this.#seq;
    end.lastTs = Math.max(end.lastTs, this.#lastTs);
    this.log.users.settle();
  }

  /** Of events with one id the first stays, and none whose id is there already. Returns the places of what was left out. */
  async #leaveOutRepeated(incoming: Incoming): Promise<number[]> {
    const { writer } = this;
    const hashes: Uint32Array[] = [];
    for await (const piece of writer.hashes(sql`select ${HASH} from incoming`)) hashes.push(piece);
    const left = await this.log.ids.repeated(writer, incoming.ids, together(hashes, incoming.length * 2));
    if (left.length > 0) await writer.run(sql`delete from incoming where place in (select unnest(${wholes(left)}))`);
    return left;
  }

  /** The number of each user, -1 for those all of whose events were left out. */
  async #numbersOfUsers({ users, userPlaces }: Incoming, left: readonly number[]): Promise<number[]> {
    if (left.length === 0) return this.log.users.of(this.writer, users.list);
    const out = new Set(left);
    const stays = new Set(userPlaces.filter((_, place) => !out.has(place)));
    const staying = users.list.filter((_, index) => stays.has(index + 1));
    const numbers = await this.log.users.of(this.writer, staying);
    let next = 0;
    return users.list.map((_, index) => (stays.has(index + 1) ? numbers[next++]! : -1));
  }

  #count(requests: readonly (readonly ColumnBatch[])[], left: readonly number[]): Stored[] {
    let end = 0;
    const out = new Set(left);
    return requests.map((batches) => {
      let duplicate = 0;
      const begin = end;
      for (const { ts, length } of batches) {
        for (let row = 0; row < length; row++) {
          if (out.has(end + row)) duplicate++;
          else this.#lastTs = Math.max(this.#lastTs, ts[row]!);
        }
        end += length;
      }
      const accepted = end - begin - duplicate;
      this.#accepted += accepted;
      this.#duplicate += duplicate;
      return { accepted, duplicate };
    });
  }
}

/** The hash that ids are looked up by. */
const HASH = sql`md5_number_lower(event_id)`;

function together(pieces: readonly Uint32Array[], length: number): Uint32Array {
  const all = new Uint32Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** A guid counts where it is the earliest of its user. */
async function keepGuids(writer: Connection, number: Sql, guid: Sql): Promise<void> {
  await writer.run(sql`
    update users set guid = f.guid, guid_ts = f.ts
    from (select number, arg_min(guid, (ts, place)) as guid, min(ts)::bigint as ts
      from (select ${number} as number, ${guid} as guid, ts, place from incoming) i
      where guid is not null group by number) f
    where users.number = f.number and (users.guid_ts is null or f.ts < users.guid_ts)`);
}
