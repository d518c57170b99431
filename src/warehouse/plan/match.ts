import type { Filter } from '#contract/api.js';
import { joined, sql, type Sql } from '../sql.js';
import { condition } from './condition.js';
import { dimensionOf } from './dimension.js';
import type { Question } from './question.js';

/** Which other tables a piece of SQL about events reads. */
export interface Reads {
  readonly events: boolean;
  readonly opens: boolean;
}

/** A condition on events `l`. */
export interface EventMatch {
  readonly where: Sql;
  readonly reads: Reads;
}

/** Reads nothing but the events with their opens. */
export const noReads: Reads = { events: false, opens: false };

/** What two pieces read together. */
export function bothReads(a: Reads, b: Reads): Reads {
  return { events: a.events || b.events, opens: a.opens || b.opens };
}

/** Which events pass all filters: with what they carry in event dimensions, and their open's value in open dimensions. */
export function matchEvents({ host: { dialect } }: Question, filters: readonly Filter[]): EventMatch {
  if (filters.length === 0) return { where: sql`1 = 1`, reads: noReads };
  const dimensions = filters.map(({ field }) => dimensionOf(dialect, field));
  const conditions = filters.map((filter, at) => condition(dialect, filter, dimensions[at]!, dimensions[at]!.ofEvent));
  const reads = dimensions.reduce((all, dimension) => bothReads(all, dimension.reads), noReads);
  return { where: joined(conditions, ' and '), reads };
}

/** Which opens `o` pass all filters: those whose dimensions match and which hold a matching event. */
export function matchOpens(question: Question, filters: readonly Filter[]): Sql {
  const { dialect } = question.host;
  if (filters.length === 0) return sql`1 = 1`;
  const dimensions = filters.map(({ field }) => dimensionOf(dialect, field));
  if (dimensions.every(({ kind }) => kind === 'open')) {
    return joined(
      filters.map((filter, at) => condition(dialect, filter, dimensions[at]!, dimensions[at]!.ofOpen)),
      ' and ',
    );
  }
  const { where, reads } = matchEvents(question, filters);
  return dialect.isAmong(
    sql`o.open`,
    sql`select l.open ${question.log.events(reads, sql`l.open is not null and ${where}`)}`,
  );
}
