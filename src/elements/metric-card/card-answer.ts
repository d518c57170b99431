import type { SummaryReport, TrendReport } from '#contract/api.js';

/** What a card shows: a value with its growth, and the history of it. */
export interface CardAnswer {
  readonly summary: SummaryReport;
  readonly history: TrendReport | undefined;
}
