import type { ReservedEvent } from '#contract/events.js';
import { dimensionOf } from './dimension.js';
import { intoGroups, keyColumns, type Grouping } from './grouping.js';
import { bothReads, matchEvents, matchOpens, noReads } from './match.js';
import { newcomerOpens, type OpenPlan } from './newcomers.js';
import { periodAt, type Periods } from './periods.js';
import type { Question } from './question.js';
import { instant, joined, sql, text, type Sql } from '../sql.js';

/** What metrics are counted from: visits, page views, opens, the visits that make users new, or events of roles. */
export type FactKind = 'visits' | 'views' | 'opens' | 'newcomers' | readonly ReservedEvent[];

/** How facts are chosen. */
export interface FactPlan {
  readonly periods: Periods;
  /** `within` the periods, or `ever` up to their end. */
  readonly span: 'within' | 'ever';
  readonly grouping: Grouping | null;
}

/**
 * Facts as one table: `k` and `a` are the group, `i` the period (`null` outside), `ts` and `seq` their place in time,
 * `person` whose they are; and what their kind is measured by. By an event dimension an open is in the group of each of
 * its matching events, once each.
 */
export async function factsOf(question: Question, kind: FactKind, plan: FactPlan): Promise<Sql> {
  if (kind === 'opens') return openFacts(question, plan, { from: question.log.opens, joins: [], at: sql`o.ts` });
  if (kind === 'newcomers') return openFacts(question, plan, await newcomerOpens(question));
  const roles = kind === 'visits' ? ['launch', 'page_view'] : kind === 'views' ? ['page_view'] : kind;
  return eventFacts(question, plan, roles);
}

/** What facts of events, and of opens, have beside their group. */
const eventColumns = [
  'i',
  'ts',
  'seq',
  'person',
  'unit',
  'role',
  'amount',
  'currency',
  'stay_ms',
  'is_entry',
  'is_exit',
  'is_only',
];
const openColumns = ['i', 'ts', 'seq', 'person', 'stay_ms', 'depth', 'page_views'];

function timeIs(at: Sql, { periods, span }: FactPlan): Sql {
  const until = sql`${at} < ${instant(periods.end)}`;
  return span === 'ever' ? until : sql`${at} >= ${instant(periods.start)} and ${until}`;
}

function eventFacts(question: Question, plan: FactPlan, roles: readonly string[]): Sql {
  const { host, log, filters } = question;
  const { grouping, periods } = plan;
  const match = matchEvents(question, filters);
  const reads = bothReads(match.reads, grouping?.dimension.reads ?? noReads);
  // Written out, so that a table in the order of roles is not read as a whole.
  const isOfRole = sql`l.role in (${joined(
    roles.map((role) => sql`${text(role)}`),
    ', ',
  )})`;
  const value = grouping?.dimension.ofEvent ?? sql`null`;
  const facts = sql`(
    select ${keyColumns(host.dialect, grouping, value, sql`l.app`)}, ${periodAt(host.dialect, periods, sql`l.ts`, plan.span === 'within')} as i,
      l.ts, l.seq, ${log.personOfEvent} as person, ${log.unitOfEvent} as unit, l.role, l.amount, l.currency, l.stay_ms, l.is_entry, l.is_exit,
      l.is_only
    ${log.events(reads, sql`${isOfRole} and ${timeIs(sql`l.ts`, plan)} and ${match.where}`)})`;
  return intoGroups(host.dialect, grouping, facts, eventColumns);
}

function openFacts(question: Question, plan: FactPlan, { from, joins, at }: OpenPlan): Sql {
  const { host, log, filters } = question;
  const { grouping, periods } = plan;
  const columns = sql`${periodAt(host.dialect, periods, at, plan.span === 'within')} as i, ${at} as ts, o.open as seq, ${log.personOfOpen} as person,
    o.stay_ms, o.depth, o.page_views`;
  const where = sql`${timeIs(at, plan)} and ${matchOpens(question, filters)}`;
  if (grouping?.dimension.kind !== 'event') {
    const key = keyColumns(host.dialect, grouping, grouping?.dimension.ofOpen ?? sql`null`, sql`o.app`);
    return intoGroups(host.dialect, grouping, sql`(select ${key}, ${columns} ${from(joins, where)})`, openColumns);
  }
  const pairs = sql`(select distinct key_open, k, a from ${intoGroups(host.dialect, grouping, keysOfOpens(question, grouping), ['key_open'])} t)`;
  return sql`(select k, a, ${columns} ${from([...joins, sql`join ${pairs} g on g.key_open = o.open`], where)})`;
}

/** Each open with the keys of its matching events. */
function keysOfOpens(question: Question, grouping: Grouping): Sql {
  const { host, log, filters } = question;
  const match = matchEvents(question, filters);
  const key = keyColumns(host.dialect, grouping, grouping.dimension.ofEvent, sql`l.app`);
  const reads = bothReads(match.reads, grouping.dimension.reads);
  return sql`(select distinct l.open as key_open, ${key} ${log.events(reads, sql`l.open is not null and ${match.where}`)})`;
}

/** The dimension that a question groups by. */
export function groupingBy(question: Question, id: string, chosen?: Grouping['chosen']): Grouping {
  const dimension = dimensionOf(question.host.dialect, id);
  return { dimension, byApp: id === 'page_path' && question.log.isAcrossApps, ...(chosen && { chosen }) };
}
