import { codeArray, type CodeArray } from '../store/code-array.js';
import { Derived } from '../store/derived.js';
import { roleCodes } from '../store/roles.js';
import { type Segment } from '../store/segment.js';
import { type Store } from '../store/store.js';
import { cutOpens, type OpenCuts } from './cut-opens.js';
import { stayOf, type StayRows } from './page-stays.js';
import { type SessionRules } from './session-rules.js';
import { viewFlags, type Opens, type Sessions, type Stays, type Views } from './sessions.js';

/**
 * The opens of a segment under the rules, as the events before an instant tell. Computed once and kept with the
 * segment, because every question needs it.
 */
export function sessionsOf(store: Store, segment: Segment, rules: SessionRules, asOf: number): Sessions {
  const before = asOf > segment.maxTs ? Infinity : asOf;
  const key = `${store.rolesVersion}:${rules.timeoutMs}:${rules.mergeUnderMs}:${before}`;
  return segment.derived.get('sessions', key, () => sessionize(store, segment, rules, before));
}

function sessionize(store: Store, segment: Segment, rules: SessionRules, before: number): Sessions {
  const { roles } = store;
  const cuts = cutOpens(segment, roles, rules, before);
  const rows: StayRows = {
    ts: segment.ts,
    events: segment.codes.get('event')!,
    roles,
    pages: segment.codes.get('page_path'),
    durations: segment.numbers.get('duration_ms'),
    openOf: cuts.openOf,
  };
  const views = findViews(segment, rows, before);
  const stays = new Float64Array(views.count);
  const flags = new Uint8Array(views.count);
  const ofOpens = measureOpens(segment, rows, cuts, views, stays, flags, before, store.dictionary('page_path').size);
  const openOf = narrowed(cuts.openOf, cuts.firstRow.length + 1);
  const opens: Opens = {
    count: cuts.firstRow.length,
    offsets: cuts.offsets,
    firstRow: Uint32Array.from(cuts.firstRow),
    lastRow: Uint32Array.from(cuts.lastRow),
    ...ofOpens,
  };
  const measuredViews: Views = { ...views, stayMs: packStays(stays), flags };
  const dimensions = new Derived();
  const fixedBytes = openOf.byteLength + bytesOf(opens) + bytesOf(measuredViews);
  return {
    openOf,
    opens,
    views: measuredViews,
    dimensions,
    get bytes() {
      return fixedBytes + dimensions.bytes;
    },
  };
}

function findViews(
  segment: Segment,
  { ts, events, roles }: StayRows,
  before: number,
): Pick<Views, 'count' | 'offsets' | 'row'> {
  const row = new Uint32Array(segment.length);
  const offsets = new Uint32Array(segment.users.length + 1);
  let count = 0;
  for (let user = 0; user < segment.users.length; user++) {
    for (let at = segment.offsets[user]!; at < segment.offsets[user + 1]!; at++) {
      if (!(ts[at]! < before)) break;
      if (roles[events[at]!] === roleCodes.page_view) row[count++] = at;
    }
    offsets[user + 1] = count;
  }
  return { count, offsets, row: row.slice(0, count) };
}

/** Walks the page views, which lie in the order of their opens, and sums what an open is measured by. */
function measureOpens(
  segment: Segment,
  rows: StayRows,
  cuts: OpenCuts,
  views: Pick<Views, 'offsets' | 'row'>,
  stays: Float64Array,
  flags: Uint8Array,
  before: number,
  pageCount: number,
): Pick<Opens, 'stayMs' | 'depth' | 'pageViews'> {
  const count = cuts.firstRow.length;
  const stayMs = new Float64Array(count);
  const depth = new Uint32Array(count);
  const pageViews = new Uint32Array(count);
  const seenIn = new Uint32Array(pageCount);
  for (let user = 0; user < segment.users.length; user++) {
    const end = lastBefore(segment, user, before);
    for (let view = views.offsets[user]!; view < views.offsets[user + 1]!; view++) {
      const row = views.row[view]!;
      const open = cuts.openOf[row]! - 1;
      const stay = stayOf(rows, row, cuts.lastRow[open]!, end);
      stays[view] = stay;
      stayMs[open]! += stay;
      const page = rows.pages?.[row] ?? 0;
      if (seenIn[page] !== open + 1) {
        seenIn[page] = open + 1;
        depth[open]!++;
      }
      // The next view takes the exit over where it is of the same open.
      if (pageViews[open]! > 0) flags[view - 1]! &= ~(viewFlags.exit | viewFlags.only);
      flags[view] = viewFlags.exit | (pageViews[open] === 0 ? viewFlags.entry | viewFlags.only : 0);
      pageViews[open]!++;
    }
  }
  return { stayMs: packStays(stayMs), depth: packed(depth), pageViews: packed(pageViews) };
}

function lastBefore(segment: Segment, user: number, before: number): number {
  let end = segment.offsets[user + 1]!;
  while (end > segment.offsets[user]! && segment.ts[end - 1]! >= before) end--;
  return end;
}

function packStays(stays: Float64Array): Stays {
  for (const stay of stays) if (stay > 0xffffffff || Math.floor(stay) !== stay) return stays;
  return Uint32Array.from(stays);
}

function packed(counts: Uint32Array): CodeArray {
  let max = 0;
  for (const count of counts) if (count > max) max = count;
  return narrowed(counts, max + 1);
}

function narrowed(values: Uint32Array, size: number): CodeArray {
  const narrow = codeArray(values.length, size);
  narrow.set(values);
  return narrow;
}

function bytesOf(columns: object): number {
  let sum = 0;
  for (const column of Object.values(columns) as unknown[]) if (ArrayBuffer.isView(column)) sum += column.byteLength;
  return sum;
}
