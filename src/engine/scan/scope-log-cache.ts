import type { SessionRules } from '../sessions/session-rules.js';
import type { Store } from '../store/store.js';
import type { Partition } from '../store/partition.js';
import { scopeLog, type ScopeLog } from './scope-log.js';

/** Keeps the logs of the last few scopes that were asked about, each until something is appended to it. */
export class ScopeLogCache {
  readonly #logs = new Map<string, CachedLog>();

  /** The log of some partitions as the events before an instant tell. */
  of(
    store: Store,
    partitions: readonly Partition[],
    isAcrossApps: boolean,
    rules: SessionRules,
    asOf: number,
  ): ScopeLog {
    const names = partitions.map((partition) => [partition.app, partition.isProduction]);
    const key = JSON.stringify([names, isAcrossApps, rules.timeoutMs, rules.mergeUnderMs]);
    const looked = lookedAt(store, partitions, isAcrossApps);
    const settled = settledAsOf(store, looked, asOf);
    const version = versionOf(store, looked, settled);
    const known = this.#logs.get(key);
    const log = known?.version === version ? known.log : scopeLog(store, partitions, isAcrossApps, rules, settled);
    this.#logs.delete(key);
    this.#logs.set(key, { version, log, partitions, rules });
    if (this.#logs.size > MOST) this.#logs.delete([...this.#logs.keys()][0]!);
    return log;
  }

  /** Brings the logs up to date after an append, so that the next question does not have to wait for it. */
  refresh(store: Store): void {
    for (const [key, { version, log, partitions, rules }] of this.#logs) {
      const current = versionOf(store, lookedAt(store, partitions, log.isAcrossApps), log.asOf);
      if (version === current || log.asOf !== Infinity) continue;
      const fresh = scopeLog(store, partitions, log.isAcrossApps, rules, log.asOf, log.recipes);
      const known = new Set(log.slices.map(({ sessions }) => sessions));
      for (const slice of fresh.slices) if (!known.has(slice.sessions)) log.recipes.make(slice);
      this.#logs.set(key, { version: current, log: fresh, partitions, rules });
    }
  }
}

interface CachedLog {
  readonly version: string;
  readonly log: ScopeLog;
  readonly partitions: readonly Partition[];
  readonly rules: SessionRules;
}

/** What a log depends on. Across apps also on all other events, as any of a user's events can tell their guid. */
function lookedAt(store: Store, partitions: readonly Partition[], isAcrossApps: boolean): readonly Partition[] {
  return isAcrossApps ? store.partitions : partitions;
}

function versionOf(store: Store, partitions: readonly Partition[], asOf: number): string {
  return [asOf, store.rolesVersion, ...partitions.map((partition) => partition.version)].join();
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
