import { retentionFigures, type RetentionModel, type RetentionRow } from '#charts/retention.js';
import type { Formats } from '#format/formats.js';
import { noValue } from '#format/parts.js';
import type { RetentionGridMessages } from '#i18n/retention-grid/section.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { Place } from './grid-cursor.js';

/** Texts of a retention grid. */
export type RetentionTexts = WidgetTexts<RetentionGridMessages>;

/** What a cell says of itself. */
export interface SaidCell {
  /** The share; a dash where there is none. Nothing where the period has not ended. */
  readonly rate: string | undefined;
  readonly lines: readonly string[];
}

/** The same after what it is called, in the order it is told. */
export interface ToldCell extends SaidCell {
  readonly cohort: string;
  readonly period: string;
}

/** How the figures of a grid are called and written. */
export class RetentionWords {
  readonly #model: RetentionModel;
  readonly #texts: RetentionTexts;
  readonly #formats: Formats;
  /** Cells and what they say of themselves are full of the same counts; writing one is dear. */
  readonly #counts = new Map<number, string>();
  readonly #rates = new Map<number, string>();

  constructor(model: RetentionModel, texts: RetentionTexts, formats: Formats) {
    this.#model = model;
    this.#texts = texts;
    this.#formats = formats;
  }

  /** The N-th period after a cohort's own. */
  period(offset: number): string {
    return this.#texts.get(`retention.nth.${this.#model.granularity}`, { n: this.#formats.count(offset) });
  }

  cohort({ range }: RetentionRow): string {
    return this.#formats.bucket(range, this.#model.granularity);
  }

  /** A share with two decimals and its sign. */
  rate(rate: number | null): string {
    return rate === null ? noValue : kept(this.#rates, rate, () => this.#formats.value(rate, 'rate'));
  }

  /** A share in a column of shares. */
  bareRate(rate: number | null): string {
    return this.#formats.value(rate, 'rate', 'cell');
  }

  /** A round share beside a line of the curve. */
  level(rate: number): string {
    return this.#formats.value(rate, 'rate', 'compact');
  }

  count(count: number | null): string {
    return count === null ? noValue : kept(this.#counts, count, () => this.#formats.count(count));
  }

  /** Everything that is known of a cell. */
  tell({ row, column }: Place): ToldCell {
    const { cohort } = retentionFigures(this.#model, row, column);
    return {
      cohort: cohort ? this.cohort(cohort) : this.#texts.get('retention.average'),
      period: this.period(this.#model.offsets[column] ?? 0),
      ...this.say({ row, column }),
    };
  }

  /** What is known of a cell, without what its row and column are called: every cell of a grid says it. */
  say({ row, column }: Place): SaidCell {
    const { returned, size, rate, cohorts } = retentionFigures(this.#model, row, column);
    if (returned === null) return { rate: undefined, lines: [this.#texts.get('retention.notYet')] };
    const of = this.#texts.get('retention.of', { returned: this.count(returned), count: size ?? 0 });
    const over = cohorts === undefined ? [] : [this.#texts.get('retention.ofCohorts', { count: cohorts })];
    return { rate: this.rate(rate), lines: [of, ...over] };
  }
}

function kept(written: Map<number, string>, value: number, write: () => string): string {
  let text = written.get(value);
  if (text === undefined) written.set(value, (text = write()));
  return text;
}

/** A cell in one sentence; its row and column are read from the heads. */
export function readCell({ rate, lines }: SaidCell): string {
  return [...(rate === undefined ? [] : [rate]), ...lines].join(', ');
}
