import { html, nothing, svg, type TemplateResult } from 'lit';
import type { MetricDefinition, SummaryComparison } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { GrowthDirection } from '#format/growth.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Texts } from '#i18n/texts.js';

const arrows = {
  up: svg`<path d="M5 8.6V1.8M2.2 4.4 5 1.6l2.8 2.8" />`,
  down: svg`<path d="M5 1.400v6.800M2.200 5.600 5 8.400l2.800-2.800" />`,
};

/** Whether a change is good, bad or neither; the metric says which way is better. */
export function toneOf(direction: GrowthDirection, better: MetricDefinition['better']): 'good' | 'bad' | 'flat' {
  if (direction === 'flat' || direction === 'none' || better === 'neutral') return 'flat';
  return direction === better ? 'good' : 'bad';
}

/** A change with arrow, sign and colour, never colour alone. */
export function growthMark(
  fraction: number | null,
  better: MetricDefinition['better'],
  formats: Formats,
): TemplateResult {
  const { text, direction } = formats.growth(fraction);
  const arrow = direction === 'up' || direction === 'down' ? arrows[direction] : undefined;
  return html`<span class="growth ${toneOf(direction, better)}"
    >${arrow ? html`<svg viewBox="0 0 10 10" aria-hidden="true">${arrow}</svg>` : nothing}<bdi>${text}</bdi></span
  >`;
}

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

function growthSentence(growth: number | null, range: string, formats: Formats, texts: Texts<BaseMessages>): string {
  const { direction } = formats.growth(growth);
  if (direction === 'none' || direction === 'flat') return texts.get(`growth.${direction}`, { range });
  const amount = formats.growth(Math.abs(growth ?? 0)).text.replace(/^\+/, '');
  return texts.get(`growth.${direction}`, { amount, range });
}
