import { FactWriter } from './fact-writer.js';
import { Facts } from './facts.js';
import { Grouper, type Grouping } from './grouping.js';
import type { Match } from './match.js';
import type { Newcomers } from './newcomers.js';
import type { Periods } from './periods.js';
import {
  eventReader,
  openReader,
  viewReader,
  viewsByOpenReader,
  visitsByOpenReader,
  type Reader,
  type Times,
} from './readers.js';
import type { ScopeLog } from './scope-log.js';
import { walkByPerson, walkInAnyOrder } from './walk.js';

/** What a scan reads. Events are chosen by code: `wanted` has 1 where one is. */
export type FactSource =
  | { readonly kind: 'events'; readonly wanted: Uint8Array }
  /** Launches and page views. */
  | { readonly kind: 'visits'; readonly wanted: Uint8Array }
  | { readonly kind: 'views' }
  | { readonly kind: 'opens' }
  /** The visits that make someone new. */
  | { readonly kind: 'newcomers'; readonly newcomers: Newcomers };

/** How facts are chosen and put into cells. */
export interface ScanPlan {
  readonly periods: Periods;
  /** `within` the periods, one bucket each; or `ever` up to their end, all in one bucket. */
  readonly span: 'within' | 'ever';
  readonly matches: readonly Match[];
  readonly grouping: Grouping | null;
  /** Only these persons, ascending; by default all. */
  readonly persons?: ArrayLike<number>;
  /** Whether facts may come in any order and without their person, which is enough to count and to sum. */
  readonly inAnyOrder?: boolean;
}

/**
 * Reads a scope's log once and hands every fact that passes to `visit`, some at a time, person by person. This is the
 * one way in which reports read events.
 */
export function scan(log: ScopeLog, source: FactSource, plan: ScanPlan, visit: (facts: Facts) => void): void {
  const { periods, span, matches, grouping } = plan;
  if (periods.count === 0) return;
  const grouper = grouping && new Grouper(grouping, span === 'within' ? periods.count : 1, matches, new Facts());
  const writer = new FactWriter((facts) => {
    keepMatching(facts, matches[facts.slice.index]!);
    if (span === 'within') findPeriods(facts, periods);
    else facts.cell.fill(0, 0, facts.length);
    if (grouper) grouper.group(facts, visit);
    else visit(facts);
  });
  const times = { from: span === 'within' ? periods.start : -Infinity, to: periods.end };
  if (source.kind === 'newcomers') readNewcomers(log, source.newcomers, times, writer);
  else {
    const reader = readerOf(log, source, plan, times);
    if (plan.inAnyOrder && reader.isOfOpens && span === 'within') walkInAnyOrder(log, reader, writer, times);
    else walkByPerson(log, reader, writer, plan.persons);
  }
  writer.flush();
}

type LogSource = Exclude<FactSource, { kind: 'newcomers' }>;

/**
 * Picks how facts are read. Where no event has to be looked at for itself, because all filters and groups are of opens,
 * an open can stand for what lies in it.
 */
function readerOf(log: ScopeLog, source: LogSource, { matches, grouping, periods }: ScanPlan, times: Times): Reader {
  const isOfOpens = grouping?.dimension.kind !== 'event' && matches.every((match) => match.isOfOpens);
  switch (source.kind) {
    case 'events':
      return eventReader(log.slices, source.wanted, times);
    case 'visits':
      if (!isOfOpens) return eventReader(log.slices, source.wanted, times);
      return visitsByOpenReader(source.wanted, times, periods);
    case 'views':
      return isOfOpens ? viewsByOpenReader(times, periods) : viewReader(times);
    case 'opens':
      return openReader(times);
  }
}

function readNewcomers({ slices }: ScopeLog, newcomers: Newcomers, { from, to }: Times, writer: FactWriter): void {
  for (let index = 0; index < newcomers.count; index++) {
    const slice = slices[newcomers.slice[index]!]!;
    const row = newcomers.row[index]!;
    const time = slice.segment.ts[row]!;
    if (!(time >= from && time < to)) continue;
    writer.begin(slice, true);
    writer.put(newcomers.person[index]!, row, slice.sessions.openOf[row]! - 1, time);
  }
}

/** Drops the facts that no filter lets through, keeping the order of the rest. */
function keepMatching(facts: Facts, match: Match): void {
  const bits = facts.areOpens ? match.opens : match.rows;
  if (!bits) return;
  const asked = facts.areOpens ? facts.item : facts.row;
  let kept = 0;
  for (let index = 0; index < facts.length; index++) {
    if (!bits.has(asked[index]!)) continue;
    facts.person[kept] = facts.person[index]!;
    facts.row[kept] = facts.row[index]!;
    facts.item[kept] = facts.item[index]!;
    facts.time[kept] = facts.time[index]!;
    kept++;
  }
  facts.length = kept;
}

function findPeriods({ length, cell, time }: Facts, { count, find }: Periods): void {
  if (count === 1) cell.fill(0, 0, length);
  else for (let index = 0; index < length; index++) cell[index] = find(time[index]!);
}
