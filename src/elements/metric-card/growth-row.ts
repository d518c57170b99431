import { html, type TemplateResult } from 'lit';
import type { MetricDefinition, SummaryComparison } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Texts } from '#i18n/texts.js';
import { growthMark } from '../base/growth-mark.js';

export { growthMark };

/** Growth against day, week, month in equal columns, each with its caption. */
export function growthRow(
  comparisons: readonly SummaryComparison[],
  metric: MetricDefinition,
  formats: Formats,
  texts: Texts<BaseMessages>,
): TemplateResult {
  return html`
    <dl class="growths">
      ${comparisons.map(({ kind, growth, previous }) => {
        const sentence = growthSentence(growth, formats.range(previous.range), formats, texts);
        const before = texts.get('growth.before', {
          range: formats.range(previous.range),
          value: formats.value(previous.value, metric.unit),
        });
        return html`<div title=${before}>
          <dt>${texts.find(`compare.${kind}`) ?? kind}</dt>
          <dd>
            <span aria-hidden="true">${growthMark(growth, metric.better, formats)}</span>
            <span class="hidden-text">${sentence}</span>
          </dd>
        </div>`;
      })}
    </dl>
  `;
}

/** How something grew, in a sentence. */
export function growthSentence(
  growth: number | null,
  range: string,
  formats: Formats,
  texts: Texts<BaseMessages>,
): string {
  const { direction } = formats.growth(growth);
  if (direction === 'none' || direction === 'flat') return texts.get(`growth.${direction}`, { range });
  const amount = formats.growth(Math.abs(growth ?? 0)).text.replace(/^\+/, '');
  return texts.get(`growth.${direction}`, { amount, range });
}
