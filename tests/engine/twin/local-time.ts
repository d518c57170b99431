/** What a clock on the wall shows. */
export interface LocalTime {
  readonly day: string;
  readonly hour: number;
  readonly minute: number;
  /** Milliseconds that local time is ahead of UTC. */
  readonly offset: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

const offsets = new Map<string, Map<number, number>>();
const quarter = 900_000;

/** How far a zone is ahead of UTC, as `Intl` tells it; clocks only ever change at a quarter of an hour. */
function offsetAt(ms: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  const at = Math.floor(ms / quarter);
  let offset = known.get(at);
  if (offset === undefined) {
    const part = Object.fromEntries(
      formatOf(zone)
        .formatToParts(at * quarter)
        .map(({ type, value }) => [type, value]),
    );
    const { year, month, day, hour, minute, second } = part as Record<string, string>;
    offset = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - at * quarter;
    known.set(at, offset);
  }
  return offset;
}

/** The local time of an instant. */
export function localTime(ms: number, zone: string): LocalTime {
  const offset = offsetAt(ms, zone);
  const wall = new Date(ms + offset);
  return { day: wall.toISOString().slice(0, 10), hour: wall.getUTCHours(), minute: wall.getUTCMinutes(), offset };
}

/** The calendar day of an instant. */
export function dayOf(ms: number, zone: string): string {
  return localTime(ms, zone).day;
}

const starts = new Map<string, number>();

/** The first instant of a calendar day, found by halving: the day that `Intl` tells only ever rises here. */
export function startOfDay(day: string, zone: string): number {
  const key = `${zone} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  let before = Date.parse(`${day}T00:00:00Z`) - 36 * 3_600_000;
  let from = before + 72 * 3_600_000;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(middle, zone) >= day) from = middle;
    else before = middle;
  }
  starts.set(key, from);
  return from;
}

/** A calendar day some days on. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** How many days lie from one day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The same day some calendar months on; where that month is shorter, its last day. */
export function plusMonths(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, length)).padStart(2, '0')}`;
}

/** The instant at which a clock shows as much time of a day as another instant does of its own day. */
export function sameTimeOn(day: string, ms: number, zone: string): number {
  const { day: ownDay, offset } = localTime(ms, zone);
  const wall = ms + offset - Date.parse(`${ownDay}T00:00:00Z`);
  const end = startOfDay(plusDays(day, 1), zone);
  for (let at = startOfDay(day, zone); at < end; at += 60_000) {
    const shown = at + localTime(at, zone).offset - Date.parse(`${day}T00:00:00Z`);
    if (shown + 60_000 > wall) return Math.max(at, at + wall - shown);
  }
  return end;
}
