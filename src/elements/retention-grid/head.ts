import { html, nothing, type TemplateResult } from 'lit';
import type { CohortKind } from '#contract/api.js';
import { type RetentionGranularity, retentionGranularities, type RetentionModel } from '#charts/retention.js';
import { segments } from '../base/segments.js';
import type { RetentionValues } from './grid.js';
import type { RetentionTexts } from './retention-words.js';

/** Whose return can be shown. */
export const cohortChoices: readonly CohortKind[] = ['new_users', 'active_users'];

/** What stands over the grid. */
export interface HeadView {
  readonly heading: string;
  readonly texts: RetentionTexts;
  /** Nothing while there is none. */
  readonly model: RetentionModel | undefined;
  readonly values: RetentionValues;
  readonly cohort: CohortKind;
  readonly granularity: RetentionGranularity;
  /** Nothing where the reader may not choose. */
  readonly choose:
    | {
        readonly cohort: (cohort: CohortKind) => void;
        readonly granularity: (granularity: RetentionGranularity) => void;
      }
    | undefined;
}

/** Title, what is shown, and the switches. */
export function head(view: HeadView): TemplateResult {
  const { heading, texts, choose } = view;
  return html`
    <div class="titles">
      <h2>${heading}</h2>
      <p class="context">${context(view)}</p>
    </div>
    ${
      choose
        ? html`<div class="switches">
            ${segments(
              cohortChoices.map((value) => ({ value, label: texts.get(`retention.${value}`) })),
              view.cohort,
              texts.get('retention.cohorts'),
              choose.cohort,
            )}
            ${segments(
              retentionGranularities.map((value) => ({ value, label: texts.get(`retention.${value}`) })),
              view.granularity,
              texts.get('retention.periods'),
              choose.granularity,
            )}
          </div>`
        : nothing
    }
  `;
}

/** About the answer on show, which may still be that to the question before. */
function context({ model, texts, values }: HeadView): unknown {
  if (!model) return nothing;
  const { cohort, granularity } = model;
  return html`<span>${texts.get(`retention.${cohort}.${granularity}`)}</span
    ><span>${texts.get(values === 'percent' ? 'retention.inPercent' : 'retention.inCount')}</span>`;
}
