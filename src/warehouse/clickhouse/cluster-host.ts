import { roleTable } from '#engine/ingest/reading.js';
import { clickhouse } from '../dialects/clickhouse.js';
import type { WarehouseHost } from '../host.js';
import { sql } from '../sql.js';
import type { OpenRules } from '../derive/rows.js';
import type { Cluster } from './cluster.js';
import type { CutBasis } from './cut/event.js';
import { reportHost, type SqlReportOptions } from '../sql-reports.js';
import { Derivation } from './derivation.js';
import { PartialAnswers } from './partial-answers.js';
import type { CutLog } from './cut-log.js';
import { layout } from './schema.js';

/** What every report of a ClickHouse database shares. */
export interface ClusterHost extends WarehouseHost {
  readonly cluster: Cluster;
  readonly log: CutLog;
  readonly derivations: Derivations;
  readonly partial: PartialAnswers;
}

/** Asks a cluster, and what is left of it where that may answer alone. */
export function askCluster<T>({ cluster, partial }: ClusterHost, ask: (isPartial: boolean) => Promise<T>): Promise<T> {
  return cluster.allowsPartialAnswers ? partial.answer(ask) : ask(false);
}

/**
 * What reports over a log share.
 *
 * @param basis what the log is made of beside events: where it has changed, opens are cut anew.
 */
export function clusterHost(log: CutLog, options: SqlReportOptions, basis: readonly string[] = []): ClusterHost {
  const host = reportHost(clickhouse, options, log);
  const sources = host.sources.keyOfScene;
  const fingerprint = JSON.stringify([layout, options.mapping?.roles ?? {}, [...sources], ...basis]);
  const derivations = new Derivations(log, { roleOf: roleTable(options.mapping), sources }, fingerprint);
  return { ...host, cluster: log.cluster, log, derivations, partial: new PartialAnswers() };
}

/** The tables of opens, by their rules; made with the first question that asks by them. */
export class Derivations {
  readonly #known = new Map<string, Promise<Derivation>>();

  constructor(
    private readonly log: CutLog,
    private readonly basis: CutBasis,
    private readonly fingerprint: string,
  ) {}

  /** Brings those that were ever asked for up to date. */
  async keepUp(): Promise<void> {
    const known = await this.log.cluster.first.rows(sql`select distinct rules from derivations`);
    for (const { rules } of known) await (await this.of(JSON.parse(String(rules)) as OpenRules)).keepUp();
  }

  /** Those of some rules. */
  of(rules: OpenRules): Promise<Derivation> {
    const key = JSON.stringify(rules);
    const known = this.#known.get(key) ?? Derivation.open(this.log, { basis: this.basis, rules }, this.fingerprint);
    this.#known.set(key, known);
    known.catch(() => this.#known.delete(key));
    return known;
  }
}
