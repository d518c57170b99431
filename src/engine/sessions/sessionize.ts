import { codeArray, type CodeArray } from '../store/code-array.js';
import { Derived } from '../store/derived.js';
import { roleCodes } from '../store/roles.js';
import type { Segment } from '../store/segment.js';
import type { Store } from '../store/store.js';
import { cutOpens, type OpenCuts } from './cut-opens.js';
import { stayOf, type StayRows } from './page-stays.js';
import type { SessionRules } from './session-rules.js';
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
  const cuts = cutOpens(segment, store.roles, rules, before);
  const rows: StayRows = {
    ts: segment.ts,
    events: segment.codes.get('event')!,
    roles: store.roles,
    pages: segment.codes.get('page_path'),
    durations: segment.numbers.get('duration_ms'),
    openOf: cuts.openOf,
  };
  const views = findViews(segment, rows, cuts);
  const measured = measureOpens(segment, rows, cuts, views, before, store.dictionary('page_path').size);
  const openOf = narrowed(cuts.openOf, cuts.firstRow.length + 1);
  const opens = toOpens(segment, cuts, measured);
  const measuredViews: Views = { ...views, stayMs: packStays(measured.viewStays), flags: measured.flags };
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
    forget(user) {
      opens.start.fill(NaN, opens.offsets[user], opens.offsets[user + 1]);
      dimensions.forget(user);
    },
    tidy: () => dimensions.tidy(),
  };
}

function toOpens({ ts }: Segment, { firstRow, lastRow, offsets }: OpenCuts, measured: MeasuredOpens): Opens {
  const count = firstRow.length;
  const [spans, starts, lengths] = [new Uint32Array(count), new Float64Array(count), new Float64Array(count)];
  for (let open = 0; open < count; open++) {
    const [first, last] = [firstRow[open]!, lastRow[open]!];
    spans[open] = last - first;
    starts[open] = ts[first]!;
    lengths[open] = ts[last]! - ts[first]!;
  }
  return {
    count,
    offsets,
    firstRow: Uint32Array.from(firstRow),
    span: packed(spans),
    start: starts,
    lengthMs: packStays(lengths),
    stayMs: packStays(measured.stays),
    depth: packed(measured.depths),
    pageViews: packed(measured.pageViews),
  };
}

/** Every page view is in an open, so walking the rows of each open's page views finds them all, open by open. */
function findViews(
  { length, ts }: Segment,
  { events, roles, openOf }: StayRows,
  { firstRow }: OpenCuts,
): Pick<Views, 'count' | 'offsets' | 'row'> {
  const row = new Uint32Array(length);
  const offsets = new Uint32Array(firstRow.length + 1);
  let count = 0;
  for (let at = 0; at < length; at++) {
    if (roles[events[at]!] !== roleCodes.page_view || openOf[at] === 0 || Number.isNaN(ts[at]!)) continue;
    row[count++] = at;
    offsets[openOf[at]!] = count;
  }
  // An open without page views ends where the one before it does.
  for (let open = 1; open < offsets.length; open++) if (offsets[open] === 0) offsets[open] = offsets[open - 1]!;
  return { count, offsets, row: row.slice(0, count) };
}

interface MeasuredOpens {
  readonly viewStays: Float64Array;
  readonly flags: Uint8Array;
  readonly stays: Float64Array;
  readonly depths: Uint32Array;
  readonly pageViews: Uint32Array;
}

/** Walks the page views of each open and sums what the open is measured by. */
function measureOpens(
  segment: Segment,
  rows: StayRows,
  cuts: OpenCuts,
  views: Pick<Views, 'count' | 'offsets' | 'row'>,
  before: number,
  pageCount: number,
): MeasuredOpens {
  const count = cuts.firstRow.length;
  const viewStays = new Float64Array(views.count);
  const flags = new Uint8Array(views.count);
  const [stays, depths, pageViews] = [new Float64Array(count), new Uint32Array(count), new Uint32Array(count)];
  const seenIn = new Uint32Array(pageCount);
  for (let user = 0; user < segment.users.length; user++) {
    const end = lastBefore(segment, user, before);
    for (let open = cuts.offsets[user]!; open < cuts.offsets[user + 1]!; open++) {
      const [first, last] = [views.offsets[open]!, views.offsets[open + 1]! - 1];
      if (last < first) continue;
      for (let view = first; view <= last; view++) {
        const row = views.row[view]!;
        const stay = stayOf(rows, row, cuts.lastRow[open]!, end);
        viewStays[view] = stay;
        stays[open]! += stay;
        const page = rows.pages?.[row] ?? 0;
        if (seenIn[page] !== open + 1) depths[open]!++;
        seenIn[page] = open + 1;
      }
      pageViews[open] = last - first + 1;
      flags[first]! |= viewFlags.entry;
      flags[last]! |= viewFlags.exit;
      if (first === last) flags[first]! |= viewFlags.only;
    }
  }
  return { viewStays, flags, stays, depths, pageViews };
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
