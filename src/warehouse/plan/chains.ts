import type { FunnelQuery } from '#contract/api.js';
import { instant, joined, name, sql, text, type Sql } from '../sql.js';
import { bothReads, matchEvents, type Reads } from './match.js';
import type { RangedQuestion } from './question.js';
import type { RowKeys } from './row-keys.js';

/** What makes a chain: its steps, its window, and what filters every step. */
export type ChainQuery = Pick<FunnelQuery, 'steps' | 'window_seconds' | 'filters'>;

/** What chains are made of. */
export interface ChainPlan {
  /** The events that serve a step: `person`, `ts`, `seq`, which steps (`s0`, `s1`, …), and keys (`k0`, …). */
  readonly events: Sql;
  /** How many steps. */
  readonly steps: number;
  /** How long after its first event a chain may end, the end included; no bound where it is absent. */
  readonly windowMs?: number | undefined;
  /** How many keys. */
  readonly keys: number;
}

/**
 * The chain of each person who reached the first step, as a table: `person`, how many steps it has (`reached`), the times
 * of them (`t0`, `t1`, …; those in between as early as they come), the place of its last one (`last_seq`, `last_ts`) and
 * the keys of its first event. Of a person's longest chains the first to be complete counts, of these the one that starts
 * latest.
 */
export function chainsOf(question: RangedQuestion, query: ChainQuery, keys: RowKeys): Sql {
  return question.host.dialect.chains({
    events: stepEvents(question, query, keys),
    steps: query.steps.length,
    windowMs: query.window_seconds === undefined ? undefined : query.window_seconds * 1000,
    keys: keys.count,
  });
}

function stepEvents(question: RangedQuestion, { steps, filters = [] }: ChainQuery, keys: RowKeys): Sql {
  const { log, range, asOf } = question;
  const matches = steps.map((step) => matchEvents(question, [...filters, ...(step.filters ?? [])]));
  const serves = steps.map(({ event }, step) => {
    const named = text(event);
    return sql`((l.event = ${named} or l.role = ${named}) and ${matches[step]!.where})`;
  });
  const reads = matches.reduce((all: Reads, match) => bothReads(all, match.reads), keys.reads);
  const columns = serves.map((condition, step) => sql`${condition} as ${name(`s${step}`)}`);
  const within = sql`l.ts >= ${instant(range.start)} and l.ts < ${instant(Math.min(range.end, asOf))}`;
  return sql`(
    select ${log.personOfEvent} as person, l.ts, l.seq, ${joined(columns, ', ')}${keys.columns}
    ${log.events(reads, sql`${within} and (${joined(serves, ' or ')})`)})`;
}
