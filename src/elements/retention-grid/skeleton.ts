import { html, type TemplateResult } from 'lit';
import type { RetentionGranularity } from '#charts/retention.js';
import { setStyle } from '../base/set-style.js';
import { leastCohorts } from './retention-question.js';

const daysOf: Readonly<Record<RetentionGranularity, number>> = { day: 1, week: 7, month: 30 };

/** How many cohorts a named range will hold, as far as can be known before there is an answer. */
export function expectedCohorts(granularity: RetentionGranularity, range = 'last_30_days'): number {
  const days = Number(/\d+/.exec(range)?.[0] ?? 1);
  return Math.max(leastCohorts[granularity], Math.floor(days / daysOf[granularity]));
}

/** The stairs that a grid is, at their final height: heads, the average, and a row a cohort. */
export function skeleton(cohorts: number): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${Array.from({ length: cohorts + 1 }, (_, index) => html`<i class="bone" ${setStyle({ '--reached': 1 - index / (cohorts + 1) })}></i>`)}
  </div>`;
}
