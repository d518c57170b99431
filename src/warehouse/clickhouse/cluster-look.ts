import type { App } from '#contract/api.js';
import type { Look } from '../host.js';
import type { LogScope, ScopeLog } from '../plan/scope-log.js';
import type { Row } from '../rows.js';
import type { Sql } from '../sql.js';
import type { ClusterHost } from './cluster-host.js';
import { scopeLog } from './scope-log.js';

/** One question's look at a database: rows of the versions that were whole when it began. */
export class ClusterLook implements Look {
  constructor(
    private readonly host: ClusterHost,
    private readonly signal: AbortSignal | undefined,
    /** Whether shards that do not answer are left out. */
    private readonly isPartial: boolean,
  ) {}

  async rows(statement: Sql): Promise<Row[]> {
    this.signal?.throwIfAborted();
    return this.host.cluster.first.rows(statement, this.signal, this.isPartial);
  }

  apps(): Promise<readonly App[]> {
    const { registry, log } = this.host;
    const seen = [...log.apps].map((id): App => ({ id, name: id, type: 'mini_program', status: 'available' }));
    return Promise.resolve(registry ?? seen);
  }

  async scopeLog(scope: LogScope): Promise<ScopeLog> {
    const derivation = await this.host.derivations.of(scope.rules);
    return scopeLog(await derivation.viewBefore(scope.asOf, this.isPartial), scope);
  }
}
