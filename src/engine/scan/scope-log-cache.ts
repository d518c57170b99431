import { type SessionRules } from '../sessions/session-rules.js';
import { type Store } from '../store/store.js';
import { type Partition } from '../store/partition.js';
import { scopeLog, type ScopeLog } from './scope-log.js';

/** Keeps the logs of the last few scopes that were asked about, until something is appended to them. */
export class ScopeLogCache {
  readonly #logs = new Map<string, ScopeLog>();

  /** The log of some partitions as the events before an instant tell. */
  of(
    store: Store,
    partitions: readonly Partition[],
    isAcrossApps: boolean,
    rules: SessionRules,
    asOf: number,
  ): ScopeLog {
    const settled = settledAsOf(store, partitions, asOf);
    const key = JSON.stringify([
      partitions.map((partition) => [partition.app, partition.isProduction, partition.version]),
      isAcrossApps,
      rules.timeoutMs,
      rules.mergeUnderMs,
      String(settled),
      store.rolesVersion,
    ]);
    const log = this.#logs.get(key) ?? scopeLog(store, partitions, isAcrossApps, rules, settled);
    this.#logs.delete(key);
    this.#logs.set(key, log);
    if (this.#logs.size > MOST) this.#logs.delete([...this.#logs.keys()][0]!);
    return log;
  }
}

const MOST = 8;

/** One instant for all instants between the same two events, so that a clock that moves on asks for the same log. */
function settledAsOf(store: Store, partitions: readonly Partition[], asOf: number): number {
  if (asOf > store.lastTs) return Infinity;
  let last = -Infinity;
  for (const { segments } of partitions) {
    for (const { ts, maxTs } of segments) {
      if (maxTs < asOf) last = Math.max(last, maxTs);
      else for (const time of ts) if (time < asOf && time > last) last = time;
    }
  }
  return last === -Infinity ? asOf : last + 1;
}
