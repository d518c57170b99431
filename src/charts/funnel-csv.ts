import type { CsvCell } from '#format/csv.js';
import type { FunnelModel, FunnelRow } from './funnel.js';

/** Heads of the columns of a downloaded funnel, in the reader's language. */
export interface FunnelCsvWords {
  readonly step: string;
  readonly event: string;
  readonly users: string;
  readonly ofFirst: string;
  readonly ofBefore: string;
  readonly lost: string;
  readonly median: string;
  readonly p90: string;
  /** A head of the same in the range that it is compared with. */
  readonly before: (name: string) => string;
  /** The fields that are grouped by. */
  readonly fields: readonly string[];
  /** Stands in their columns where all users are counted, and where a value is not set. */
  readonly all: string;
  readonly notSet: string;
}

/**
 * Every step, then every step of each group, with counts, unrounded shares (fractions) and seconds. What leads to a step
 * stands in its row, as the contract has it.
 */
export function funnelCsv({ rows, groups, isCompared }: FunnelModel, words: FunnelCsvWords): CsvCell[][] {
  const { fields, all, notSet, before } = words;
  const compared = [words.users, words.ofFirst, words.ofBefore].map(before);
  return [
    [
      ...fields,
      ...[words.step, words.event, words.users, words.ofFirst, words.ofBefore, words.lost, words.median, words.p90],
      ...(isCompared ? compared : []),
    ],
    ...lines(rows, fields.map(() => all), isCompared), // prettier-ignore
    ...groups.flatMap(({ key, rows: own }) => lines(own, key.map((value) => String(value ?? notSet)), isCompared)), // prettier-ignore
  ];
}

function lines(rows: readonly FunnelRow[], group: readonly string[], isCompared: boolean): CsvCell[][] {
  return rows.map(({ number, event, users, rate, usersBefore, rateBefore }, index) => {
    const passage = rows[index - 1]?.passage;
    return [
      ...[...group, number, event, users, rate],
      ...[passage?.rate ?? null, passage?.lost ?? null, passage?.medianSeconds ?? null, passage?.p90Seconds ?? null],
      ...(isCompared ? [usersBefore, rateBefore, passage?.rateBefore ?? null] : []),
    ];
  });
}
