import type { WarehouseHost } from '../host.js';
import type { OpenRules } from '../derive/rows.js';
import type { Cluster } from './cluster.js';
import type { CutBasis } from './cut/event.js';
import { Derivation } from './derivation.js';
import type { EventLog } from './event-log.js';

/** What every report of a ClickHouse database shares. */
export interface ClusterHost extends WarehouseHost {
  readonly cluster: Cluster;
  readonly log: EventLog;
  readonly derivations: Derivations;
}

/** The tables of opens, by their rules; made with the first question that asks by them. */
export class Derivations {
  readonly #known = new Map<string, Promise<Derivation>>();

  constructor(
    private readonly log: EventLog,
    private readonly basis: CutBasis,
    private readonly fingerprint: string,
  ) {}

  /** Those of some rules. */
  of(rules: OpenRules): Promise<Derivation> {
    const key = JSON.stringify(rules);
    const known = this.#known.get(key) ?? Derivation.open(this.log, this.basis, rules, this.fingerprint);
    this.#known.set(key, known);
    known.catch(() => this.#known.delete(key));
    return known;
  }
}
