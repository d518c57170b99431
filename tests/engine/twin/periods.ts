import type { BucketState, Granularity, NamedRange, Profile } from '#contract/api.js';
import { dayOf, daysBetween, localTime, plusDays, plusMonths, sameTimeOn, startOfDay } from './local-time.js';

/** A stretch of time, the end excluded, with the one before that "retained" and "backflow" ask for. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly before: { readonly start: number; readonly end: number };
}

/** A period of a trend. */
export interface TwinBucket extends Period {
  readonly state: BucketState;
  /** First day or instant, as the contract labels it. */
  readonly label: string;
}

/** A range of days, both included, or of instants, the end excluded. */
export type TwinRange = { readonly days: readonly [string, string] } | { readonly instants: readonly [number, number] };

const minutesOf: Partial<Record<Granularity, number>> = {
  minute: 1,
  '5_minutes': 5,
  '10_minutes': 10,
  '30_minutes': 30,
  hour: 60,
};

const lengthOfNamed: Partial<Record<NamedRange, number>> = {
  last_7_days: 7,
  last_15_days: 15,
  last_30_days: 30,
  last_90_days: 90,
};

/** The range that a question asks for. */
export function rangeOf(
  query: { range?: NamedRange; start?: string; end?: string },
  now: number,
  zone: string,
): TwinRange {
  const today = dayOf(now, zone);
  if (query.range) {
    if (query.range === 'today') return { days: [today, today] };
    const length = lengthOfNamed[query.range] ?? 1;
    return { days: [plusDays(today, -length), plusDays(today, -1)] };
  }
  if (query.start!.includes('T')) return { instants: [Date.parse(query.start!), Date.parse(query.end!)] };
  return { days: [query.start!, query.end!] };
}

/** Whether a report counts as live. */
export function isLive(range: TwinRange, granularity?: Granularity): boolean {
  return 'instants' in range || (granularity !== undefined && (minutesOf[granularity] ?? 60) < 60);
}

/** The instant up to which data counts. */
export function asOfOf(profile: Profile, now: number, live: boolean): number {
  const rule = live ? profile.live! : profile.data_as_of;
  if (rule.rule === 'now') return now;
  if (rule.rule === 'last_midnight') return startOfDay(dayOf(now, profile.timezone), profile.timezone);
  const wall = now + localTime(now, profile.timezone).offset;
  return now - (wall % (rule.minutes * 60_000));
}

/** A range as a period. */
export function wholeOf(range: TwinRange, zone: string): Period {
  if ('instants' in range) {
    const [start, end] = range.instants;
    return { start, end, before: { start: start - (end - start), end: start } };
  }
  const [first, last] = range.days;
  const start = startOfDay(first, zone);
  const length = daysBetween(first, last) + 1;
  const end = startOfDay(plusDays(last, 1), zone);
  return { start, end, before: { start: startOfDay(plusDays(first, -length), zone), end: start } };
}

/** The buckets of a range. */
export function bucketsOf(
  range: TwinRange,
  granularity: Granularity,
  zone: string,
  asOf: number,
  weekStart: Profile['week_start'],
): TwinBucket[] {
  const whole = wholeOf(range, zone);
  const cut = (start: number, end: number, before: { start: number; end: number }, isCut: boolean, label: string) => {
    const state = start >= asOf ? 'future' : asOf < end ? 'running' : isCut ? 'clipped' : 'complete';
    return { start, end, before, state, label } satisfies TwinBucket;
  };
  if (granularity === 'all') {
    const label = 'days' in range ? range.days[0] : instantLabel(whole.start);
    return [cut(whole.start, whole.end, whole.before, false, label)];
  }
  const buckets: TwinBucket[] = [];
  const minutes = minutesOf[granularity];
  if (minutes !== undefined) {
    for (let start = whole.start; start < whole.end;) {
      const slot = { start: startOfSlot(start, minutes, zone), end: endOfSlot(start, minutes, zone) };
      const end = Math.min(slot.end, whole.end);
      const before = { start: startOfSlot(slot.start - 1, minutes, zone), end: slot.start };
      buckets.push(cut(start, end, before, start > slot.start || end < slot.end, instantLabel(start)));
      start = end;
    }
    return buckets;
  }
  const last = dayOf(whole.end - 1, zone);
  for (let day = dayOf(whole.start, zone); day <= last;) {
    const calendar = calendarPeriod(day, granularity as 'day' | 'week' | 'month', weekStart);
    const start = Math.max(startOfDay(calendar.first, zone), whole.start);
    const end = Math.min(startOfDay(calendar.next, zone), whole.end);
    const isCut = start > startOfDay(calendar.first, zone) || end < startOfDay(calendar.next, zone);
    const before = { start: startOfDay(calendar.before, zone), end: startOfDay(calendar.first, zone) };
    buckets.push(cut(start, end, before, isCut, day));
    day = calendar.next;
  }
  return buckets;
}

/** The calendar day, week or month that holds a day: its first day, the next one's and the one before's. */
export function calendarPeriod(day: string, length: 'day' | 'week' | 'month', weekStart: Profile['week_start']) {
  if (length === 'day') return { first: day, next: plusDays(day, 1), before: plusDays(day, -1) };
  if (length === 'month') {
    const first = `${day.slice(0, 8)}01`;
    return { first, next: plusMonths(first, 1), before: plusMonths(first, -1) };
  }
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const first = plusDays(day, -((weekday - names.indexOf(weekStart) + 7) % 7));
  return { first, next: plusDays(first, 7), before: plusDays(first, -7) };
}

/** What tells one slot of minutes from another: the repeated hour of a clock that goes back is a slot of its own. */
function slotAt(ms: number, minutes: number, zone: string): string {
  const { day, hour, minute, offset } = localTime(ms, zone);
  return `${day} ${Math.floor((hour * 60 + minute) / minutes)} ${offset}`;
}

function endOfSlot(ms: number, minutes: number, zone: string): number {
  const slot = slotAt(ms, minutes, zone);
  let at = Math.floor(ms / 60_000) * 60_000;
  while (slotAt(at, minutes, zone) === slot) at += 60_000;
  return at;
}

function startOfSlot(ms: number, minutes: number, zone: string): number {
  const slot = slotAt(ms, minutes, zone);
  let at = Math.floor(ms / 60_000) * 60_000;
  while (slotAt(at - 60_000, minutes, zone) === slot) at -= 60_000;
  return at;
}

/** A pair of ranges to compare, each already cut to the same elapsed time. */
export interface Compared {
  readonly kind: string;
  readonly current: Period | null;
  readonly previous: Period | null;
  /** The whole range before, as a trend shows it. */
  readonly previousRange: TwinRange;
}

const shiftOf = { previous_day: -1, last_week: -7 } as const;
const windowOf = { previous_day: 1, last_week: 7, last_month: 30 } as const;

/** The range before of a comparison, whole. */
export function shifted(range: { days: readonly [string, string] }, kind: string): { days: readonly [string, string] } {
  const [first, last] = range.days;
  const length = daysBetween(first, last);
  const start =
    kind === 'previous_period'
      ? plusDays(first, -length - 1)
      : kind === 'last_month'
        ? plusMonths(first, -1)
        : plusDays(first, shiftOf[kind as keyof typeof shiftOf]);
  return { days: [start, plusDays(start, length)] };
}

/** What a comparison of values compares: shifted ranges, or the windows of a profile that has them. */
export function comparedOf(
  range: { days: readonly [string, string] },
  kind: string,
  custom: { days: readonly [string, string] } | null,
  zone: string,
  asOf: number,
  useWindows: boolean,
): Compared {
  const asked = wholeOf(range, zone);
  const isNamed = kind in windowOf;
  if (useWindows && isNamed) {
    const length = windowOf[kind as keyof typeof windowOf];
    let last = range.days[1];
    while (startOfDay(plusDays(last, 1), zone) > asOf) last = plusDays(last, -1);
    const current = { days: [plusDays(last, 1 - length), last] } as const;
    const previous = { days: [plusDays(last, 1 - 2 * length), plusDays(last, -length)] } as const;
    const none = asked.start >= asOf || last < range.days[0];
    return {
      kind,
      current: none ? null : wholeOf(current, zone),
      previous: none ? null : wholeOf(previous, zone),
      previousRange: previous,
    };
  }
  const previousRange = custom ?? shifted(range, kind);
  const previous = wholeOf(previousRange, zone);
  if (asked.start >= asOf) return { kind, current: null, previous: null, previousRange };
  if (asOf >= asked.end)
    return { kind, current: asked, previous: previous.start >= asOf ? null : previous, previousRange };
  const elapsed = daysBetween(range.days[0], dayOf(asOf, zone));
  const end = Math.min(previous.end, sameTimeOn(plusDays(previousRange.days[0], elapsed), asOf, zone));
  return { kind, current: asked, previous: { ...previous, end }, previousRange };
}

/** An instant as the contract writes it: without a fraction where it has none. */
function instantLabel(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
