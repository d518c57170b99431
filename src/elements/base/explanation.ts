import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog, Formula, Meta, MetricDefinition } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { noValue } from '#format/parts.js';
import type { ExplainMessages } from '#i18n/explain/section.js';
import type { Texts } from '#i18n/texts.js';
import { addsUp } from './adds-up.js';
import { metricDescription, metricLabel, metricOf, profileLabel, profileOf } from './catalog.js';
import { filterText } from './filter-text.js';
import { otherProfiles } from './other-profiles.js';

/** What an explanation is made from. Nothing in it is made up by the widget. */
export interface Explained {
  readonly metric: MetricDefinition;
  readonly value: number | null;
  readonly meta: Meta;
  readonly catalog: Catalog;
  readonly texts: Texts<ExplainMessages>;
  readonly formats: Formats;
  /** Values of the metrics that it is made of, as far as they are known. */
  readonly parts: ReadonlyMap<string, number | null>;
  readonly partsState: 'known' | 'pending' | 'failed';
}

type Operation = 'divide' | 'add' | 'subtract';

const signs: Readonly<Record<Operation, string>> = { divide: '÷', add: '+', subtract: '−' };

/**
 * The formula that explains a metric in this answer: how it is computed, else a sum that also gives it, which holds
 * without filters and where new means first ever.
 */
export function explainingFormula(metric: MetricDefinition, meta: Meta, catalog: Catalog): Formula | undefined {
  if (metric.formula) return metric.formula;
  const isPlain = !meta.filters.length && profileOf(catalog, meta.profile)?.new_user.rule === 'first_ever';
  return isPlain ? metric.identity : undefined;
}

/** How a number came about: what it means, the sum behind it with its figures, and what it was counted over. */
export function explanation(of: Explained): TemplateResult {
  const { metric, texts } = of;
  const label = metricLabel(metric, texts);
  return html`
    <div class="explanation" popover="auto" role="dialog" aria-label=${label} tabindex="-1">
      <div class="scroll">
        <h3>${label}</h3>
        <p class="about">${metricDescription(metric, texts)}</p>
        ${sum(of)}
        <dl class="facts">
          ${facts(of).map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd><bdi>${value}</bdi></dd>`,
          )}
        </dl>
        ${
          of.meta.approximate
            ? html`<p class="note">${of.meta.approximate_reason ?? texts.get('explain.estimate')}</p>`
            : nothing
        }
        ${otherProfiles(of.meta.profile, of.catalog, texts)}
      </div>
    </div>
  `;
}

function sum(of: Explained): TemplateResult | typeof nothing {
  const { metric, meta, catalog, texts, value, partsState } = of;
  const formula = explainingFormula(metric, meta, catalog);
  if (!formula || typeof formula === 'string') return nothing;
  const [operation, operands] = Object.entries(formula)[0] as [Operation, Formula[]];
  return html`
    <dl class="sum" aria-busy=${partsState === 'pending'}>
      ${operands.map((operand, index) => row(of, index === 0 ? '' : signs[operation], operand))}
      <div class="result">
        <dt class="sign">=</dt>
        <dt>${metricLabel(metric, texts)}</dt>
        <dd><bdi>${of.formats.value(value, metric.unit)}</bdi></dd>
      </div>
    </dl>
    ${partsState === 'failed' ? html`<p class="note">${texts.get('explain.failed')}</p>` : nothing}
  `;
}

function row(
  { catalog, texts, formats, parts, partsState }: Explained,
  sign: string,
  operand: Formula,
): TemplateResult {
  const part = typeof operand === 'string' ? metricOf(catalog, operand) : undefined;
  const known = part && parts.has(part.id);
  const value = known ? formats.value(parts.get(part.id) ?? null, part.unit) : partsState === 'pending' ? '…' : noValue;
  return html`<div>
    <dt class="sign">${sign}</dt>
    <dt>${part ? metricLabel(part, texts) : ''}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;
}

function facts({ metric, meta, catalog, texts, formats }: Explained): [name: string, value: string][] {
  const range: [string, string][] = meta.range ? [[texts.get('explain.range'), formats.range(meta.range)]] : [];
  const filters: [string, string][] = meta.filters.map((filter) => [
    texts.get('explain.filters'),
    filterText(filter, catalog, texts),
  ]);
  return [
    ...range,
    [texts.get('explain.zone'), meta.timezone],
    [texts.get('explain.until'), formats.dayTime(meta.data_as_of)],
    [texts.get('explain.profile'), profileLabel(catalog, meta.profile, texts)],
    ...(meta.environment === 'production'
      ? []
      : [[texts.get('explain.environment'), texts.get('environment.non_production')] as [string, string]]),
    ...filters,
    [texts.get('explain.addsUp'), texts.get(addsUp(metric, meta, catalog) ? 'explain.yes' : 'explain.no')],
    ...(metric.better === 'neutral'
      ? []
      : [[texts.get('explain.better'), texts.get(`explain.${metric.better}`)] as [string, string]]),
  ];
}
