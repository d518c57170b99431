/** What a chart of sources can count. */
export const sourceMetrics = ['opens', 'visits', 'active_users', 'new_users'] as const;

/** A metric of sources. */
export type SourceMetric = (typeof sourceMetrics)[number];

/** Counts, their shares, or both. */
export const figureChoices = ['both', 'count', 'share'] as const;

/** What stands beside a bar. */
export type Figures = (typeof figureChoices)[number];

/** How many sources a reader can choose to see. */
export const rowChoices = [5, 12, 20, 50] as const;

/** How many sources a chart shows where nobody says otherwise. */
export const USUAL_SOURCES = 12;

/** A host's metrics that sources have, in its order; the usual two where there is none. */
export function toMetrics(words: readonly string[] | undefined): readonly SourceMetric[] {
  const known = (words ?? []).filter((word): word is SourceMetric => sourceMetrics.some((metric) => metric === word));
  return known.length > 0 ? [...new Set(known)] : ['opens', 'active_users'];
}

/** The metric to draw: the one that the host names, where the chart has it, else the first. */
export function toDrawn(word: string | undefined, metrics: readonly SourceMetric[]): SourceMetric {
  return metrics.find((metric) => metric === word) ?? metrics[0] ?? 'opens';
}

/** A host's word for figures; both where it says nothing that is known. */
export const toFigures = (word: string): Figures => figureChoices.find((choice) => choice === word) ?? 'both';
