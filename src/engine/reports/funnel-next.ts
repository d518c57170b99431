import type { FunnelNextQuery, FunnelNextReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { DEFAULT_NEXT_LIMIT, LOOKED_AT, nextEvents } from '#reporting/funnel.js';
import type { EngineHost } from '../host.js';
import type { ChainFinder } from './funnel-chain.js';
import { takeChains, type ChainTaker } from './funnel-chains.js';
import type { PersonEvents } from './funnel-events.js';
import { resolveRanged } from './question.js';

/**
 * What users did next whose chain ended at a step (it is the same chain that {@link funnel} counts): their next five
 * events of any name after the one that took them there, within the range and not bound to the window. Of the last step
 * it is what those did who came through. Filters choose the steps and leave what follows alone.
 */
export function funnelNext(host: EngineHost, scope: Scope, query: FunnelNextQuery): FunnelNextReport {
  const question = resolveRanged(host, scope, query);
  const { range, asOf, meta } = question;
  const { step, limit = DEFAULT_NEXT_LIMIT } = query;
  if (range.start >= asOf) return { meta, step, users: null, ended: null, events: [], row_count: 0 };
  const followers = new Followers(step);
  takeChains(question, query, followers);
  const { users, ended, ofEvents } = followers;
  const names = question.log.store.dictionary('event');
  const counted = Array.from(ofEvents, ([code, counts]) => ({ event: String(names.valueOf(code)), ...counts }));
  const events = nextEvents(counted, users);
  return { meta, step, users, ended, events: events.slice(0, limit), row_count: events.length };
}

/** Counts what follows the chains that end at a step. */
class Followers implements ChainTaker {
  users = 0;
  ended = 0;
  /** By event code, how many users sent it among their next, and how many sent it first. */
  readonly ofEvents = new Map<number, { users: number; next: number }>();

  constructor(private readonly step: number) {}

  take(chain: ChainFinder, events: PersonEvents): void {
    if (chain.length !== this.step) return;
    this.users++;
    const codes = events.after(chain.last, LOOKED_AT);
    if (codes.length === 0) this.ended++;
    for (const code of new Set(codes)) {
      const counts = this.ofEvents.get(code) ?? { users: 0, next: 0 };
      counts.users++;
      if (code === codes[0]) counts.next++;
      this.ofEvents.set(code, counts);
    }
  }
}
