import { CHUNK_SIZE, Facts } from './facts.js';
import { Grouper, type Grouping } from './grouping.js';
import { type Match } from './match.js';
import { type Newcomers } from './newcomers.js';
import { type Periods } from './periods.js';
import { type ScopeLog, type Slice } from './scope-log.js';

/** What a scan reads: events of some codes, page views, opens, or the visits that make someone new. */
export type FactSource =
  | { readonly kind: 'events'; /** By event code, 1 where it is wanted. */ readonly wanted: Uint8Array }
  | { readonly kind: 'views' }
  | { readonly kind: 'opens' }
  | { readonly kind: 'newcomers'; readonly newcomers: Newcomers };

/** How facts are chosen and put into cells. */
export interface ScanPlan {
  readonly periods: Periods;
  /** `within` the periods, one bucket each; or `ever` up to their end, all in one bucket. */
  readonly span: 'within' | 'ever';
  readonly matches: readonly Match[];
  readonly grouping: Grouping | null;
}

/**
 * Reads a scope's log once and hands every fact that passes to `visit`, some at a time, person by person. This is the
 * one way in which reports read events.
 */
export function scan(log: ScopeLog, source: FactSource, plan: ScanPlan, visit: (facts: Facts) => void): void {
  const { periods, span, matches, grouping } = plan;
  if (periods.count === 0) return;
  const facts = new Facts();
  const grouped = new Facts();
  const grouper = grouping && new Grouper(grouping, span === 'within' ? periods.count : 1, matches, grouped);
  const isOfOpens = source.kind === 'opens' || source.kind === 'newcomers';
  const emit = () => visit(grouped);
  const flush = () => {
    if (facts.length === 0) return;
    keepMatching(facts, matches[facts.slice.index]!, isOfOpens);
    if (span === 'within') findPeriods(facts, periods);
    else facts.cell.fill(0, 0, facts.length);
    if (!grouper) visit(facts);
    else if (isOfOpens) grouper.groupOpens(facts, emit);
    else grouper.groupEvents(facts, emit);
    facts.length = 0;
  };
  const from = span === 'within' ? periods.start : -Infinity;
  if (source.kind === 'newcomers') readNewcomers(log, source.newcomers, from, periods.end, facts, flush);
  else readMembers(log, source, from, periods.end, facts, flush);
  flush();
}

function readMembers(
  log: ScopeLog,
  source: Exclude<FactSource, { kind: 'newcomers' }>,
  from: number,
  to: number,
  facts: Facts,
  flush: () => void,
): void {
  const { slices, members } = log;
  const read = source.kind === 'events' ? readEvents(source.wanted) : source.kind === 'views' ? readViews : readOpens;
  for (let member = 0; member < members.count; member++) {
    const slice = slices[members.slice[member]!]!;
    if (facts.slice !== slice) {
      flush();
      facts.slice = slice;
    }
    read(slice, members.user[member]!, members.person[member]!, from, to, facts, flush);
  }
}

type Reader = (
  slice: Slice,
  user: number,
  person: number,
  from: number,
  to: number,
  facts: Facts,
  flush: () => void,
) => void;

function readEvents(wanted: Uint8Array): Reader {
  return ({ segment }, user, person, from, to, facts, flush) => {
    const { ts, offsets } = segment;
    const events = segment.codes.get('event')!;
    const end = offsets[user + 1]!;
    for (let row = offsets[user]!; row < end; row++) {
      if (wanted[events[row]!] === 0) continue;
      const time = ts[row]!;
      if (!(time >= from && time < to)) continue;
      if (facts.length === CHUNK_SIZE) flush();
      const at = facts.length++;
      facts.person[at] = person;
      facts.row[at] = row;
      facts.item[at] = row;
      facts.time[at] = time;
    }
  };
}

const readViews: Reader = ({ segment, sessions }, user, person, from, to, facts, flush) => {
  const { ts } = segment;
  const { views } = sessions;
  const end = views.offsets[user + 1]!;
  for (let view = views.offsets[user]!; view < end; view++) {
    const row = views.row[view]!;
    const time = ts[row]!;
    if (!(time >= from && time < to)) continue;
    if (facts.length === CHUNK_SIZE) flush();
    const at = facts.length++;
    facts.person[at] = person;
    facts.row[at] = row;
    facts.item[at] = view;
    facts.time[at] = time;
  }
};

const readOpens: Reader = ({ segment, sessions }, user, person, from, to, facts, flush) => {
  const { ts } = segment;
  const { opens } = sessions;
  const end = opens.offsets[user + 1]!;
  for (let open = opens.offsets[user]!; open < end; open++) {
    const row = opens.firstRow[open]!;
    const time = ts[row]!;
    if (!(time >= from && time < to)) continue;
    if (facts.length === CHUNK_SIZE) flush();
    const at = facts.length++;
    facts.person[at] = person;
    facts.row[at] = row;
    facts.item[at] = open;
    facts.time[at] = time;
  }
};

function readNewcomers(
  { slices }: ScopeLog,
  newcomers: Newcomers,
  from: number,
  to: number,
  facts: Facts,
  flush: () => void,
): void {
  for (let index = 0; index < newcomers.count; index++) {
    const slice = slices[newcomers.slice[index]!]!;
    const row = newcomers.row[index]!;
    const time = slice.segment.ts[row]!;
    if (!(time >= from && time < to)) continue;
    if (facts.slice !== slice || facts.length === CHUNK_SIZE) {
      flush();
      facts.slice = slice;
    }
    const at = facts.length++;
    facts.person[at] = newcomers.person[index]!;
    facts.row[at] = row;
    facts.item[at] = slice.sessions.openOf[row]! - 1;
    facts.time[at] = time;
  }
}

/** Drops the facts that no filter lets through, keeping the order of the rest. */
function keepMatching(facts: Facts, { rows, opens }: Match, isOfOpens: boolean): void {
  const bits = isOfOpens ? opens : rows;
  if (!bits) return;
  const asked = isOfOpens ? facts.item : facts.row;
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

function findPeriods(facts: Facts, { count, find }: Periods): void {
  if (count === 1) facts.cell.fill(0, 0, facts.length);
  else for (let index = 0; index < facts.length; index++) facts.cell[index] = find(facts.time[index]!);
}
