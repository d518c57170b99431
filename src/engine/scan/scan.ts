import { FactWriter } from './fact-writer.js';
import { Facts } from './facts.js';
import { Grouper, type Grouping } from './grouping.js';
import { everything, type Match } from './match.js';
import { newcomersOf, type NewUserRule } from './newcomers.js';
import type { Periods } from './periods.js';
import type { EventGroups } from './event-groups.js';
import { EventReader } from './event-reader.js';
import { FirstOpenReader, OpenReader } from './open-readers.js';
import type { Reader, Reading } from './reader.js';
import { ViewReader, ViewsByOpenReader } from './view-readers.js';
import { VisitDaysReader, VisitsByOpenReader } from './visit-readers.js';
import type { ScopeLog } from './scope-log.js';
import { visitDaysOfLog } from './visit-days.js';
import type { Zone } from '#time/zone.js';
import { timeReaderOf } from './time-reader.js';
import { walkByPerson, walkInTime, type Persons } from './walk.js';

/** What a scan reads. Events are chosen by code: `wanted` has 1 where one is. */
export type FactSource =
  | {
      readonly kind: 'events';
      readonly wanted: Uint8Array;
      /** Puts each event into the cells of its group, and leaves out those that are in none. */
      readonly groups?: EventGroups;
    }
  /** Launches and page views. */
  | { readonly kind: 'visits'; readonly wanted: Uint8Array }
  | { readonly kind: 'views' }
  | { readonly kind: 'opens' }
  /** The visits that make someone new. */
  | { readonly kind: 'newcomers'; readonly rule: NewUserRule };

/** How facts are chosen and put into cells. */
export interface ScanPlan {
  readonly periods: Periods;
  /** `within` the periods, one bucket each; or `ever` up to their end, all in one bucket. */
  readonly span: 'within' | 'ever';
  readonly matches: readonly Match[];
  readonly grouping: Grouping | null;
  /** Only these persons; by default all. */
  readonly persons?: Persons;
  /**
   * Whether facts may come in the order of time, persons mixed. In one app the facts of each person still come in that
   * order, which is enough to count people in periods; across apps it is enough to count and to sum.
   */
  readonly inTime?: boolean;
  /** Whether one fact a person is enough in each cell, which is so where people are all that is counted. */
  readonly isOfPeople?: boolean;
  /** The zone of the periods, where they may be of whole days. */
  readonly zone?: Zone;
  /** Sees facts before they are put into groups, each once, with its period as the cell. */
  readonly beforeGroups?: ((facts: Facts) => void) | undefined;
}

/**
 * Reads a scope's log once and hands every fact that passes to `visit`, some at a time, person by person. This is the
 * one way in which reports read events.
 */
export function scan(log: ScopeLog, source: FactSource, plan: ScanPlan, visit: (facts: Facts) => void): void {
  const { periods, span, matches, grouping } = plan;
  if (periods.count === 0) return;
  const isEver = span === 'ever';
  const grouper = grouping && new Grouper(grouping, isEver ? 1 : periods.count, matches, new Facts());
  const inGroups = (facts: Facts) => {
    plan.beforeGroups?.(facts);
    grouper!.group(facts, visit);
  };
  const writer = new FactWriter(grouper ? inGroups : visit);
  const reading: Reading = {
    from: isEver ? -Infinity : periods.start,
    to: periods.end,
    isOnce: Boolean(plan.isOfPeople) && !isEver && !grouping && periods.count === 1,
    ...{ periods, isEver, matches },
  };
  if (source.kind === 'newcomers' && !(source.rule.kind === 'first_ever' && !log.isAcrossApps)) {
    readNewcomers(log, source.rule, reading, writer);
  } else {
    const reader = readerOf(source, areOfOpens(plan), reading);
    const inTime = plan.inTime && !isEver ? timeReaderOf(source, areOfOpens(plan), !plan.isOfPeople, reading) : null;
    if (inTime) walkInTime(log, inTime, reader, reading, writer);
    else walkByPerson(log, daysReaderOf(log, source, plan, reading) ?? reader, writer, plan.persons);
  }
  writer.flush();
}

/**
 * Picks how facts are read. Where no event has to be looked at for itself, an open can stand for what lies in it.
 */
function readerOf(source: FactSource, isOfOpens: boolean, reading: Reading): Reader {
  switch (source.kind) {
    case 'events':
      return new EventReader(reading, source.wanted, source.groups);
    case 'visits':
      return isOfOpens ? new VisitsByOpenReader(reading, source.wanted) : new EventReader(reading, source.wanted);
    case 'views':
      return isOfOpens ? new ViewsByOpenReader(reading) : new ViewReader(reading);
    case 'opens':
      return new OpenReader(reading);
    case 'newcomers':
      return new FirstOpenReader(reading);
  }
}

/** Whether all filters and groups are of opens, so that no event has to be looked at for itself. */
function areOfOpens({ matches, grouping }: ScanPlan): boolean {
  return grouping?.dimension.kind !== 'event' && matches.every((match) => match.isOfOpens);
}

/** People who visit are read by the day, where nothing is filtered and every period is of whole days. */
function daysReaderOf(
  log: ScopeLog,
  source: FactSource,
  { periods, matches, grouping, isOfPeople, zone }: ScanPlan,
  reading: Reading,
): Reader | undefined {
  const isUnfiltered = matches.every((match) => match === everything);
  if (source.kind !== 'visits' || !isOfPeople || grouping || !isUnfiltered || !zone) return undefined;
  const lists = visitDaysOfLog(log, periods, zone, source.wanted);
  return lists && new VisitDaysReader(reading, lists);
}

/** Reads the visits that make someone new where they had to be found: across apps, or where one can be new again. */
function readNewcomers(log: ScopeLog, rule: NewUserRule, reading: Reading, writer: FactWriter): void {
  const { from, to, isEver, matches, periods } = reading;
  const newcomers = newcomersOf(log, rule);
  for (let index = 0; index < newcomers.count; index++) {
    const slice = log.slices[newcomers.slice[index]!]!;
    const row = newcomers.row[index]!;
    const time = slice.segment.ts[row]!;
    if (!(time >= from && time < to)) continue;
    const open = slice.sessions.openOf[row]! - 1;
    if (matches[slice.index]!.opens?.has(open) === false) continue;
    writer.begin(slice, true);
    const { facts } = writer;
    facts.putOpen(newcomers.person[index]!, open, time, isEver ? 0 : periods.finder.find(time));
    if (facts.isFull) writer.flush();
  }
}
