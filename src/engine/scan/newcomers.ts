import type { Zone } from '#time/zone.js';
import type { DerivedData } from '../store/derived.js';
import { roleCodes } from '../store/roles.js';
import type { ScopeLog } from './scope-log.js';

/** When a visit makes a user new. */
export type NewUserRule =
  | { readonly kind: 'first_ever' }
  /** The first visit, and each with at least `days` whole calendar days of a zone between it and the visit before. */
  | { readonly kind: 'reactivation'; readonly days: number; readonly zone: Zone };

/** The visits that make someone new, person by person, in order of time. */
export interface Newcomers extends DerivedData {
  readonly count: number;
  readonly person: Uint32Array;
  readonly slice: Uint32Array;
  readonly row: Uint32Array;
}

/**
 * Finds the visits that make a person new in the scope: the first in it, not the first in each app. Of visits at one
 * instant the one that was taken first is the first.
 */
export function newcomersOf(log: ScopeLog, rule: NewUserRule): Newcomers {
  const key = rule.kind === 'first_ever' ? rule.kind : `${rule.days} days ${rule.zone.name}`;
  return log.derived.get('newcomers', key, () => findNewcomers(log, rule));
}

function findNewcomers(log: ScopeLog, rule: NewUserRule): Newcomers {
  const { members } = log;
  const found: Found = { person: [], slice: [], row: [] };
  let to = 0;
  for (let from = 0; from < members.count; from = to) {
    const person = members.person[from]!;
    while (to < members.count && members.person[to] === person) to++;
    if (rule.kind === 'first_ever' && to - from === 1) {
      addFirstVisit(log, from, found);
      continue;
    }
    const visits = rule.kind === 'first_ever' ? firstVisits(log, from, to) : allVisits(log, from, to);
    visits.sort((a, b) => a.time - b.time || sequenceOf(log, a) - sequenceOf(log, b));
    let lastDay = -Infinity;
    for (const visit of visits) {
      const day = rule.kind === 'first_ever' ? 0 : rule.zone.dayNumberOf(visit.time);
      const isNew = lastDay === -Infinity || (rule.kind === 'reactivation' && day - lastDay - 1 >= rule.days);
      lastDay = day;
      if (!isNew) continue;
      found.person.push(person);
      found.slice.push(visit.slice);
      found.row.push(visit.row);
    }
  }
  return {
    count: found.row.length,
    person: Uint32Array.from(found.person),
    slice: Uint32Array.from(found.slice),
    row: Uint32Array.from(found.row),
    bytes: 12 * found.row.length,
  };
}

interface Found {
  readonly person: number[];
  readonly slice: number[];
  readonly row: number[];
}

/** The first visit of someone with one user, which most are. */
function addFirstVisit({ slices, members, asOf }: ScopeLog, member: number, found: Found): void {
  const slice = members.slice[member]!;
  const { offsets, firstRow, start } = slices[slice]!.sessions.opens;
  const open = offsets[members.user[member]!]!;
  // Someone without an open has none here; the open at that place is the next user's.
  if (open === offsets[members.user[member]! + 1] || !(start[open]! < asOf)) return;
  found.person.push(members.person[member]!);
  found.slice.push(slice);
  found.row.push(firstRow[open]!);
}

interface Visit {
  readonly slice: number;
  readonly row: number;
  readonly time: number;
}

/** The first visit of each user of a person: it begins the user's first open, and an open begins with a visit. */
function firstVisits({ slices, members, asOf }: ScopeLog, from: number, to: number): Visit[] {
  const visits: Visit[] = [];
  for (let member = from; member < to; member++) {
    const slice = members.slice[member]!;
    const { segment, sessions } = slices[slice]!;
    const user = members.user[member]!;
    const open = sessions.opens.offsets[user]!;
    if (open === sessions.opens.offsets[user + 1]) continue;
    const row = sessions.opens.firstRow[open]!;
    if (segment.ts[row]! < asOf) visits.push({ slice, row, time: segment.ts[row]! });
  }
  return visits;
}

function allVisits({ slices, members, store, asOf }: ScopeLog, from: number, to: number): Visit[] {
  const visits: Visit[] = [];
  const { roles } = store;
  for (let member = from; member < to; member++) {
    const slice = members.slice[member]!;
    const { ts, offsets, codes } = slices[slice]!.segment;
    const events = codes.get('event')!;
    const user = members.user[member]!;
    for (let row = offsets[user]!; row < offsets[user + 1]!; row++) {
      const role = roles[events[row]!];
      if (role !== roleCodes.launch && role !== roleCodes.page_view) continue;
      if (ts[row]! < asOf) visits.push({ slice, row, time: ts[row]! });
    }
  }
  return visits;
}

function sequenceOf({ slices }: ScopeLog, visit: Visit): number {
  return slices[visit.slice]!.segment.sequence[visit.row]!;
}
