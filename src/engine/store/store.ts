import { bytesOfBatch } from './batch-bytes.js';
import type { CodedColumn, ColumnBatch } from './column-batch.js';
import { Dictionary, type DictionaryValue } from './dictionary.js';
import { EventIds } from './event-ids.js';
import { Guids } from './guids.js';
import { MemoryLimitError } from './memory-limit.js';
import { Partition } from './partition.js';
import { readBatch } from './read-batch.js';
import { reservedRoleOf, roleCodes, type RoleOf } from './roles.js';

/** What became of a batch. */
export interface AppendOutcome {
  readonly accepted: number;
  /** Events whose `event_id` was there already. */
  readonly duplicate: number;
}

/** How a store behaves. */
export interface StoreOptions {
  /** Which role an event name plays; by default a reserved name plays itself. */
  readonly roleOf?: RoleOf | undefined;
  /**
   * What events may take, the index of their ids included and what questions derive from them not; more is refused with
   * a {@link MemoryLimitError}.
   */
  readonly memoryLimitBytes?: number | undefined;
  /** How far before the newest event duplicates are looked for. Default: without end. */
  readonly eventIdWindowMs?: number | undefined;
  /** What time it is: an event from the future counts as one of now, so that no wrong clock moves the window. */
  readonly now?: (() => number) | undefined;
}

/** The app of events that name none. */
export const defaultApp = 'default';

/**
 * All events: one partition for each app and environment, and dictionaries that all of them share, so that a user, a
 * page, a city has one code everywhere.
 */
export class Store {
  /** User ids and guids together: a person is known by a guid, else by a user id, and either may be the other's text. */
  readonly people = new Dictionary();
  readonly #dictionaries = new Map<string, Dictionary<DictionaryValue>>();
  readonly #partitions = new Map<string, Partition>();
  readonly #guids = new Map<string, Guids>();
  readonly #eventIds: EventIds;
  readonly #now: () => number;
  readonly #memoryLimit: number;
  #roleOf: RoleOf;
  #roles = new Uint8Array(0);
  #rolesVersion = 0;
  #changes = 0;
  #taken = 0;
  #firstTs = Infinity;
  #lastTs = -Infinity;

  constructor(options: StoreOptions = {}) {
    this.#roleOf = options.roleOf ?? reservedRoleOf;
    this.#memoryLimit = options.memoryLimitBytes ?? Infinity;
    this.#eventIds = new EventIds(options.eventIdWindowMs);
    this.#now = options.now ?? (() => Infinity);
  }

  /** How many events it holds. */
  get length(): number {
    return [...this.#partitions.values()].reduce((sum, partition) => sum + partition.length, 0);
  }

  /** The time of the earliest event, `Infinity` where there is none. */
  get firstTs(): number {
    return this.#firstTs;
  }

  /** The time of the latest event, `-Infinity` where there is none. */
  get lastTs(): number {
    return this.#lastTs;
  }

  /** The memory of events and what is derived from them, without the index of event ids. */
  get bytes(): number {
    let sum = this.people.bytes;
    for (const dictionary of this.#dictionaries.values()) sum += dictionary.bytes;
    for (const partition of this.#partitions.values()) sum += partition.bytes;
    for (const guids of this.#guids.values()) sum += guids.bytes;
    return sum;
  }

  /** The memory of the index that finds duplicates. */
  get eventIdBytes(): number {
    return this.#eventIds.bytes;
  }

  /** Every partition, in order of first appearance. */
  get partitions(): readonly Partition[] {
    return [...this.#partitions.values()];
  }

  /** Ids of the apps that accepted events have named, in order of first appearance. */
  get apps(): readonly string[] {
    return [...new Set(this.partitions.map((partition) => partition.app))];
  }

  /** Grows whenever a report might come out otherwise than before. */
  get changes(): number {
    return this.#changes;
  }

  /** Changes whenever a role does, and with it everything derived from roles. */
  get rolesVersion(): number {
    return this.#rolesVersion;
  }

  /** The role code (see `roleCodes`) of each event code. */
  get roles(): Uint8Array {
    const events = this.dictionary('event');
    if (this.#roles.length !== events.size) {
      this.#roles = new Uint8Array(events.size);
      for (let code = 1; code < events.size; code++) {
        const role = this.#roleOf(String(events.valueOf(code)));
        if (role) this.#roles[code] = roleCodes[role];
      }
    }
    return this.#roles;
  }

  /** Says anew which roles names play; whatever was derived from roles is derived again. */
  assignRoles(roleOf: RoleOf): void {
    this.#roleOf = roleOf;
    this.#roles = new Uint8Array(0);
    this.#rolesVersion++;
    this.#changes++;
  }

  /** Names of the columns that some event carries, such as `page_path`, `properties.plan`. */
  get columnNames(): readonly string[] {
    return [...this.#dictionaries.keys()];
  }

  /** The dictionary of a column; an empty one where no event has carried it. */
  dictionary(name: string): Dictionary<DictionaryValue> {
    let dictionary = this.#dictionaries.get(name);
    if (!dictionary) this.#dictionaries.set(name, (dictionary = new Dictionary<DictionaryValue>()));
    return dictionary;
  }

  /** The partition of an app and environment, where it has events. */
  partition(app: string, isProduction: boolean): Partition | undefined {
    return this.#partitions.get(keyOf(app, isProduction));
  }

  /** Who a user of an app is across apps, as far as events before an instant tell: a code of {@link people}. */
  personOf(app: string, user: number, before: number): number {
    return this.#guids.get(app)?.of(user, before) || user;
  }

  /** Takes a batch. Events may be older than what is there, and of any app. */
  append(batch: ColumnBatch): AppendOutcome {
    this.#changes++;
    if (this.#memoryLimit < Infinity) this.#checkMemory(batch);
    const kept = batch.eventId ? this.#withoutDuplicates(batch, batch.eventId) : null;
    const accepted = kept?.length ?? batch.length;
    const source = readBatch(batch, (name) => this.dictionary(name), this.people);
    for (const [partition, rows] of this.#byPartition(batch, kept)) partition.append(source, rows, this.#taken);
    this.#noteGuids(batch, kept);
    for (let index = 0; index < accepted; index++) {
      const ts = batch.ts[kept ? kept[index]! : index]!;
      if (ts < this.#firstTs) this.#firstTs = ts;
      if (ts > this.#lastTs) this.#lastTs = ts;
    }
    this.#taken += batch.length;
    return { accepted, duplicate: batch.length - accepted };
  }

  /** Sorts and merges what was appended, so that the next question does not have to wait for it. */
  settle(): void {
    for (const partition of this.#partitions.values()) partition.settle();
  }

  #checkMemory(batch: ColumnBatch): void {
    if (this.#bytesWith(batch) <= this.#memoryLimit) return;
    // Rows that wait to be sorted take more than they will once they are packed.
    this.settle();
    const needed = this.#bytesWith(batch);
    if (needed > this.#memoryLimit) throw new MemoryLimitError(this.#memoryLimit, needed, this.length);
  }

  #bytesWith(batch: ColumnBatch): number {
    const ids = this.#eventIds.bytesWith(batch.eventId ? batch.length : 0);
    const derived = this.partitions.reduce((sum, partition) => sum + partition.derivedBytes, 0);
    const more = bytesOfBatch(batch, this.people, (name) => this.#dictionaries.get(name) ?? new Dictionary());
    return this.bytes - derived + ids + more;
  }

  #withoutDuplicates({ length, ts }: ColumnBatch, eventId: EventIdColumn): Uint32Array {
    const kept = new Uint32Array(length);
    const now = this.#now();
    let count = 0;
    for (let row = 0; row < length; row++) {
      const id = idAt(eventId, row);
      if (id === null || this.#eventIds.add(id, Math.min(ts[row]!, now))) kept[count++] = row;
    }
    return kept.subarray(0, count);
  }

  /** The rows of each partition, `null` where they are all of the batch. */
  #byPartition(batch: ColumnBatch, kept: Uint32Array | null): Map<Partition, Uint32Array | null> {
    if ((kept?.length ?? batch.length) === 0) return new Map();
    if (!batch.appId && !batch.environment) return new Map([[this.#partitionOf(defaultApp, true), kept]]);
    const rows = new Map<Partition, number[]>();
    let [lastApp, lastEnvironment, current] = [-1, -1, [] as number[]];
    for (const row of kept ?? rowsUpTo(batch.length)) {
      const app = batch.appId?.codes[row] ?? 0;
      const environment = batch.environment?.[row] ?? 0;
      if (app !== lastApp || environment !== lastEnvironment) {
        const name = app === 0 ? defaultApp : batch.appId!.dictionary[app]!;
        const partition = this.#partitionOf(name, environment === 0);
        current = rows.get(partition) ?? [];
        rows.set(partition, current);
        [lastApp, lastEnvironment] = [app, environment];
      }
      current.push(row);
    }
    return new Map([...rows].map(([partition, list]) => [partition, Uint32Array.from(list)]));
  }

  #partitionOf(app: string, isProduction: boolean): Partition {
    const key = keyOf(app, isProduction);
    let partition = this.#partitions.get(key);
    if (!partition) this.#partitions.set(key, (partition = new Partition(app, isProduction)));
    return partition;
  }

  #noteGuids({ guid, userId, appId, ts, length }: ColumnBatch, kept: Uint32Array | null): void {
    if (!guid) return;
    const users = this.people.remap(userId.dictionary).codes;
    const guids = this.people.remap(guid.dictionary).codes;
    for (const row of kept ?? rowsUpTo(length)) {
      const code = guid.codes[row]!;
      if (code !== 0) this.#guidsOf(appId, row).note(users[userId.codes[row]!]!, guids[code]!, ts[row]!);
    }
  }

  #guidsOf(appId: CodedColumn | undefined, row: number): Guids {
    const code = appId?.codes[row] ?? 0;
    const app = code === 0 ? defaultApp : appId!.dictionary[code]!;
    let guids = this.#guids.get(app);
    if (!guids) this.#guids.set(app, (guids = new Guids()));
    return guids;
  }
}

function keyOf(app: string, isProduction: boolean): string {
  return `${isProduction ? 'p' : 'n'}:${app}`;
}

type EventIdColumn = NonNullable<ColumnBatch['eventId']>;

function rowsUpTo(length: number): Uint32Array {
  return new Uint32Array(length).map((_, row) => row);
}

function idAt(eventId: EventIdColumn, row: number): string | null {
  if (!('codes' in eventId)) return eventId[row] ?? null;
  const code = eventId.codes[row]!;
  return code === 0 ? null : eventId.dictionary[code]!;
}
