import type { ReservedEvent } from '#contract/events.js';
import { dimensionOf } from './dimension.js';
import { intoGroups, keyColumns, type Grouping } from './grouping.js';
import { bothReads, matchEvents, matchOpens, noReads } from './match.js';
import { withDays } from './days.js';
import { periodAt, type Periods } from './periods.js';
import type { Question } from './question.js';
import { instant, sql, text, texts, whole, type Sql } from '../sql.js';

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
  if (kind === 'opens') return openFacts(question, plan, [], sql`o.ts`);
  if (kind === 'newcomers') {
    const newcomers = sql`join ${await newcomersOf(question)} n on n.new_open = o.open`;
    return openFacts(question, plan, [newcomers], sql`new_ts`);
  }
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
  const isOfRole =
    roles.length === 1 ? sql`l.role = ${text(roles[0]!)}` : host.dialect.isIn(sql`l.role`, sql`${texts(roles)}`);
  const value = grouping?.dimension.ofEvent ?? sql`null`;
  const facts = sql`(
    select ${keyColumns(host.dialect, grouping, value, sql`l.app`)}, ${periodAt(host.dialect, periods, sql`l.ts`)} as i,
      l.ts, l.seq, ${log.personOfEvent} as person, ${log.unitOfEvent} as unit, l.role, l.amount, l.currency, l.stay_ms, l.is_entry, l.is_exit,
      l.is_only
    ${log.events(reads, sql`${isOfRole} and ${timeIs(sql`l.ts`, plan)} and ${match.where}`)})`;
  return intoGroups(host.dialect, grouping, facts, eventColumns);
}

function openFacts(question: Question, plan: FactPlan, joins: readonly Sql[], at: Sql): Sql {
  const { host, log, filters } = question;
  const { grouping, periods } = plan;
  const columns = sql`${periodAt(host.dialect, periods, at)} as i, ${at} as ts, o.open as seq, ${log.personOfOpen} as person,
    o.stay_ms, o.depth, o.page_views`;
  const where = sql`${timeIs(at, plan)} and ${matchOpens(question, filters)}`;
  if (grouping?.dimension.kind !== 'event') {
    const key = keyColumns(host.dialect, grouping, grouping?.dimension.ofOpen ?? sql`null`, sql`o.app`);
    return intoGroups(host.dialect, grouping, sql`(select ${key}, ${columns} ${log.opens(joins, where)})`, openColumns);
  }
  const pairs = sql`(select distinct key_open, k, a from ${intoGroups(host.dialect, grouping, keysOfOpens(question, grouping), ['key_open'])} t)`;
  return sql`(select k, a, ${columns} ${log.opens([...joins, sql`join ${pairs} g on g.key_open = o.open`], where)})`;
}

/** Each open with the keys of its matching events. */
function keysOfOpens(question: Question, grouping: Grouping): Sql {
  const { host, log, filters } = question;
  const match = matchEvents(question, filters);
  const key = keyColumns(host.dialect, grouping, grouping.dimension.ofEvent, sql`l.app`);
  const reads = bothReads(match.reads, grouping.dimension.reads);
  return sql`(select distinct l.open as key_open, ${key} ${log.events(reads, sql`l.open is not null and ${match.where}`)})`;
}

/**
 * The visits that make someone new, as `new_open, new_ts`: the first in the scope, which begins an open; under
 * reactivation also each with so many whole days between it and the visit before.
 */
async function newcomersOf(question: Question): Promise<Sql> {
  const { log, profile, host } = question;
  const { dialect } = host;
  if (profile.new_user.rule === 'first_ever') {
    return sql`(
      select new_open, new_ts from (
        select ${log.personOfOpen} as person, ${dialect.ofFirst(sql`o.open`, [sql`o.ts`, sql`o.open`])} as new_open, min(o.ts) as new_ts
        ${log.opens([], sql`1 = 1`)} group by person))`;
  }
  const visits = sql`(
    select l.open, l.ts, l.seq, ${log.personOfEvent} as person
    ${log.events(noReads, sql`l.role in ('launch', 'page_view')`)})`;
  const followed = dialect.withNeighbour(await withDays(question, visits), {
    ...{ by: ['person'], order: ['ts', 'seq'], keep: ['open', 'day'] },
    ...{ side: 'before', of: 'day', as: 'day_before' },
  });
  return sql`(
    select open as new_open, ts as new_ts from ${followed} v
    where day_before is null or day - day_before > ${whole(profile.new_user.days)})`;
}

/** The dimension that a question groups by. */
export function groupingBy(question: Question, id: string, chosen?: Grouping['chosen']): Grouping {
  const dimension = dimensionOf(question.host.dialect, id);
  return { dimension, byApp: id === 'page_path' && question.log.isAcrossApps, ...(chosen && { chosen }) };
}
