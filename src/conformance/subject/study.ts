import type { Catalog, DaysReport } from '#contract/api.js';
import type { ReportSource, Scope } from '#contract/report-source.js';
import { formatDay, parseDay } from '#time/day.js';
import { parseInstant } from '#time/instant.js';
import { zone as zoneOf } from '#time/zone.js';

/** Days, both included. */
export interface DaySpan {
  readonly start: string;
  readonly end: string;
}

/** A scope of the back end, and the days of it that are worth a question. */
export interface Study {
  readonly scope: Scope;
  /** The days that hold data, in the back end's zone; there may be none. */
  readonly days: readonly string[];
  /** Epoch milliseconds up to which it holds data. */
  readonly asOf: number;
  /** The last two weeks with data that have ended, a day before them too where data begins in them. */
  readonly recent: DaySpan;
  /** As many days as one question may ask, up to the same end: all that hold data, where they are not too many. */
  readonly whole: DaySpan;
}

const RECENT_DAYS = 14;
/** Asked where there is no data at all. */
const EMPTY_DAYS = 7;

/** Finds out on which days a scope holds data. */
export async function studyScope(source: ReportSource, catalog: Catalog, scope: Scope): Promise<Study> {
  const { days, data_as_of: asOfText, timezone } = await source.days(scope, {});
  const asOf = parseInstant(asOfText) ?? NaN;
  const { first, last } = daysWorthAsking(days, asOf, timezone);
  const span = (longest: number): DaySpan => ({
    start: formatDay(Math.max(first, last - longest + 1)),
    end: formatDay(last),
  });
  const most = catalog.limits.max_days;
  return { scope, days, asOf, recent: span(Math.min(RECENT_DAYS, most)), whole: span(most) };
}

/** From the day before data begins to the last day with data that has ended. */
function daysWorthAsking(days: DaysReport['days'], asOf: number, timezone: string): { first: number; last: number } {
  const zone = zoneOf(timezone);
  const today = zone.dayNumberOf(asOf);
  const numbers = days.map((day) => parseDay(day) ?? NaN).filter((day) => day <= today);
  const ended = numbers.filter((day) => zone.endOfDay(day) <= asOf);
  const last = ended.at(-1) ?? numbers.at(-1) ?? today - 1;
  const first = numbers[0] ?? last - EMPTY_DAYS + 1;
  return { first: first - 1, last };
}
