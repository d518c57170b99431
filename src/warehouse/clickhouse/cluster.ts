import { name, sql, text, type Sql } from '../sql.js';
import { loadClickHouse } from './load.js';
import { Server, type ServerOptions } from '../node/clickhouse-server.js';

/** Where events are kept. */
export interface ClusterOptions {
  /** The database, made where it is missing. */
  readonly database: string;
  /** The name that the servers' configuration gives to the cluster of all of them; needed with more than one. */
  readonly cluster?: string | undefined;
  /** Whether questions are answered by the other shards where one is lost, and say so in their `meta`. Default: 503. */
  readonly allowsPartialAnswers?: boolean | undefined;
  /** What one question may take of memory on each server, in bytes. Default: what the server allows. */
  readonly memoryLimitBytes?: number | undefined;
}

/**
 * One server, or several that are the shards of a cluster. The first is asked; on it each table of ours is `Distributed`
 * over the tables of the same name and `_shard`, by the `bucket` of a user, so that whatever belongs to a user lies on one
 * shard.
 */
export class Cluster {
  #lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly servers: readonly Server[],
    private readonly options: ClusterOptions,
  ) {}

  static async open(urls: readonly string[], options: ClusterOptions): Promise<Cluster> {
    const { database, cluster, memoryLimitBytes } = options;
    if (urls.length > 1 && cluster === undefined)
      throw new RangeError('Several servers need the name of their cluster.');
    const driver = await loadClickHouse();
    const open = (of: ServerOptions) => urls.map((url) => new Server(driver, url, of));
    const makers = open({ database: 'default' });
    try {
      const word = name(database);
      for (const maker of makers) await maker.run(sql`create database if not exists ${word}`);
    } finally {
      for (const maker of makers) await maker.close();
    }
    return new Cluster(open({ database, memoryLimitBytes }), options);
  }

  /** The database of our tables. */
  get database(): string {
    return this.options.database;
  }

  /** Whether an answer may lack a shard that is lost. */
  get allowsPartialAnswers(): boolean {
    return this.options.allowsPartialAnswers === true && this.servers.length > 1;
  }

  /** All servers, the one that is asked first. */
  get all(): readonly Server[] {
    return this.servers;
  }

  /** The server that is asked. */
  get first(): Server {
    return this.servers[0]!;
  }

  /** Makes a table on every shard, and what stands for all of them where there are several. */
  async makeTable(table: string, columns: Sql, engine: Sql): Promise<void> {
    for (const server of this.servers)
      await server.run(sql`create table if not exists ${this.#local(table)} (${columns}) engine = ${engine}`);
    if (this.servers.length === 1) return;
    const of = sql`${text(this.options.cluster!)}, ${text(this.options.database)}, ${this.#local(table)}, bucket`;
    await this.first.run(
      sql`create table if not exists ${name(table)} as ${this.#local(table)} engine = Distributed(${of})`,
    );
  }

  /** Makes a view on every shard, and what stands for all of them where there are several; or on the first server alone. */
  async makeView(view: string, columns: Sql, select: Sql, isOnAll: boolean): Promise<void> {
    if (!isOnAll) return this.first.run(sql`create view ${name(view)} as ${select}`);
    for (const server of this.servers) await server.run(sql`create view ${this.#local(view)} as ${select}`);
    if (this.servers.length === 1) return;
    const of = sql`${text(this.options.cluster!)}, ${text(this.options.database)}, ${this.#local(view)}`;
    await this.first.run(sql`create table ${name(view)} (${columns}) engine = Distributed(${of})`);
  }

  /** Removes a table everywhere. */
  async dropTable(table: string): Promise<void> {
    if (this.servers.length > 1) await this.first.run(sql`drop table if exists ${name(table)}`);
    for (const server of this.servers) await server.run(sql`drop table if exists ${this.#local(table)}`);
  }

  /** Alters a table on every shard. */
  async alter(table: string, how: Sql): Promise<void> {
    for (const server of this.servers) await server.run(sql`alter table ${this.#local(table)} ${how}`);
  }

  /** Runs work while nothing else is written, once what was asked for before has ended. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#lastWrite.then(work);
    this.#lastWrite = result.catch(() => undefined);
    return result;
  }

  /** Ends once what is being written is written. */
  async close(): Promise<void> {
    await this.#lastWrite;
    for (const server of this.servers) await server.close();
  }

  #local(table: string): Sql {
    return name(this.servers.length === 1 ? table : `${table}_shard`);
  }
}
