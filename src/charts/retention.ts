import type { Cohort, CohortKind, Granularity, Range, RetentionReport } from '#contract/api.js';
import { localDay } from '#format/local-day.js';
import { addMonths, formatDay, parseDay } from '#time/day.js';

/** Length of the periods that cohorts are cut by. */
export const retentionGranularities = ['day', 'week', 'month'] as const;

/** A day, a week or a month. */
export type RetentionGranularity = (typeof retentionGranularities)[number];

/** How many steps of heat there are; the theme has as many. */
export const retentionSteps = 7;

/** How many of a cohort came back in a period. */
export interface RetentionCell {
  /** `null` where the period has not ended. */
  readonly returned: number | null;
  /** Of the cohort; `null` where there is none to divide by, too. */
  readonly rate: number | null;
  /** From 1, the lowest share of the grid, to 7, the highest; 0 without a share. */
  readonly step: number;
}

/** A cohort: who was new, or active, in one period. */
export interface RetentionRow {
  readonly range: Range;
  readonly size: number | null;
  /** Its own period has not ended: the size is that so far. */
  readonly isRunning: boolean;
  readonly cells: readonly RetentionCell[];
}

/** The average of a column, weighted by size, and what it is made of. */
export interface RetentionAverage {
  readonly rate: number | null;
  readonly returned: number;
  /** Users of the cohorts that have reached this period. */
  readonly size: number;
  readonly cohorts: number;
}

/** Who came back, of how many: of one cohort, or of all that have reached the period. */
export interface RetentionFigures {
  readonly returned: number | null;
  readonly size: number | null;
  readonly rate: number | null;
  readonly cohort?: RetentionRow;
  readonly cohorts?: number;
}

/** A retention report, shaped for the grid, the curve and the file. */
export interface RetentionModel {
  readonly cohort: CohortKind;
  readonly granularity: RetentionGranularity;
  readonly offsets: readonly number[];
  readonly rows: readonly RetentionRow[];
  readonly averages: readonly RetentionAverage[];
  /** The ends of the heat scale; nothing where no cell has a share. */
  readonly scale: { readonly low: number; readonly high: number } | undefined;
}

/** Shapes a retention report. Rates are quotients of what it holds; averages are its own. */
export function retentionModel(report: RetentionReport): RetentionModel {
  const granularity = retentionGranularity(report.meta.granularity);
  const rates = report.cohorts.flatMap((cohort) => cohort.retained.map((returned) => rateOf(returned, cohort)));
  const known = rates.filter((rate): rate is number => rate !== null);
  const scale = known.length ? { low: Math.min(...known), high: Math.max(...known) } : undefined;
  const today = localDay(report.meta.data_as_of, report.meta.timezone);
  return {
    cohort: report.cohort,
    granularity,
    offsets: report.offsets,
    rows: report.cohorts.map((cohort): RetentionRow => {
      const range = periodOf(cohort.start, granularity);
      return {
        range,
        size: cohort.size,
        isRunning: cohort.size !== null && range.end >= today,
        cells: report.offsets.map((_, index) => cellOf(cohort, index, scale)),
      };
    }),
    averages: report.offsets.map((_, index) => averageOf(report, index)),
    scale,
  };
}

/** What is known of a cell; row 0 is the average, the cohorts follow. */
export function retentionFigures({ rows, averages }: RetentionModel, row: number, column: number): RetentionFigures {
  const cohort = rows[row - 1];
  if (cohort) return { returned: null, rate: null, ...cohort.cells[column], size: cohort.size, cohort };
  const average = averages[column];
  return average?.cohorts ? average : { returned: null, rate: null, size: null };
}

/** Any other granularity, such as a scope's hour, is a day. */
export function retentionGranularity(of: Granularity | undefined): RetentionGranularity {
  return retentionGranularities.find((one) => one === of) ?? 'day';
}

/** The calendar period that begins on a day. */
export function periodOf(start: string, granularity: RetentionGranularity): Range {
  const first = parseDay(start);
  if (first === undefined || granularity === 'day') return { start, end: start };
  return { start, end: formatDay((granularity === 'week' ? first + 7 : addMonths(first, 1)) - 1) };
}

function cellOf(cohort: Cohort, index: number, scale: RetentionModel['scale']): RetentionCell {
  const returned = cohort.retained[index] ?? null;
  const rate = rateOf(returned, cohort);
  return { returned, rate, step: rate === null || !scale ? 0 : stepOf(rate, scale) };
}

function rateOf(returned: number | null, { size }: Cohort): number | null {
  return returned === null || !size ? null : returned / size;
}

/** Seven equal steps from the lowest share to the highest; where all are one, the middle. */
function stepOf(rate: number, { low, high }: NonNullable<RetentionModel['scale']>): number {
  if (low === high) return rate === 0 ? 1 : Math.ceil(retentionSteps / 2);
  return 1 + Math.min(retentionSteps - 1, Math.floor(((rate - low) / (high - low)) * retentionSteps));
}

function averageOf({ cohorts, average }: RetentionReport, index: number): RetentionAverage {
  const reached = cohorts.filter(({ retained }) => (retained[index] ?? null) !== null);
  return {
    rate: average[index] ?? null,
    returned: reached.reduce((sum, { retained }) => sum + (retained[index] ?? 0), 0),
    size: reached.reduce((sum, { size }) => sum + (size ?? 0), 0),
    cohorts: reached.length,
  };
}
