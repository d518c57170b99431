import { html, nothing, type TemplateResult } from 'lit';
import { type RetentionModel, retentionSteps } from '#charts/retention.js';
import { segments } from '../base/segments.js';
import { type RetentionValues, retentionValues } from './grid.js';
import type { RetentionTexts, RetentionWords } from './retention-words.js';

/** What is said under the grid. */
export interface LegendView {
  readonly model: RetentionModel;
  readonly words: RetentionWords;
  readonly texts: RetentionTexts;
  readonly values: RetentionValues;
  /** Nothing where the reader may not choose. */
  readonly choose: ((values: RetentionValues) => void) | undefined;
}

/** What the heat means, what a blank cell means, and the switch between shares and counts. */
export function legend({ model, words, texts, values, choose }: LegendView): TemplateResult {
  const { scale, granularity, rows } = model;
  const [low, high] = [words.rate(scale?.low ?? null), words.rate(scale?.high ?? null)];
  const hasBlank = rows.some(({ cells }) => cells.some(({ returned }) => returned === null));
  return html`<div class="legend">
    ${
      scale
        ? html`<span class="scale" role="img" aria-label=${texts.get('retention.scale', { low, high })}>
            <bdi>${low}</bdi>
            ${Array.from({ length: retentionSteps }, (_, index) => html`<i class="heat-${index + 1}"></i>`)}
            <bdi>${high}</bdi>
          </span>`
        : nothing
    }
    ${hasBlank ? html`<span class="note">${texts.get(`retention.blank.${granularity}`)}</span>` : nothing}
    ${
      choose
        ? segments(
            retentionValues.map((value) => ({ value, label: texts.get(`retention.${value}`) })),
            values,
            texts.get('retention.values'),
            choose,
          )
        : nothing
    }
  </div>`;
}
