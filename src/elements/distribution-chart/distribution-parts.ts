import { html, type TemplateResult } from 'lit';
import type { Catalog } from '#contract/api.js';
import type { RankRow } from '#charts/rank.js';
import type { Formats } from '#format/formats.js';
import type { DistributionChartMessages } from '#i18n/distribution-chart/section.js';
import type { RankMessages } from '#i18n/rank/section.js';
import { dimensionLabel, metricLabel, metricOf, valueLabel } from '../base/catalog.js';
import { inSentence } from '../base/in-sentence.js';
import type { RankColumn } from '../base/rank-list.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { isClassed } from './distribution-words.js';

/** Texts of a distribution. */
export type DistributionTexts = WidgetTexts<DistributionChartMessages & RankMessages>;

/** What names are made from. */
export interface Naming {
  /** What is spread: a kind of classes, or a dimension. */
  readonly of: string;
  readonly metric: string;
  readonly catalog: Catalog | undefined;
  readonly texts: DistributionTexts;
  readonly formats: Formats;
}

/** What a distribution is called. */
export function titleOf({ of, catalog, texts }: Naming): string {
  if (isClassed(of)) return texts.get(`dist.of.${of}`);
  return catalog ? dimensionLabel(catalog, of, texts) : '';
}

/** What is counted, by what. */
export function contextOf({ of, metric, catalog, texts }: Naming): string {
  if (isClassed(of)) return texts.get(`dist.by.${of}`);
  if (!catalog) return '';
  return texts.get('dist.by', {
    metric: metricLabel(metricOf(catalog, metric), texts),
    dimension: inSentence(dimensionLabel(catalog, of, texts), texts.locale),
  });
}

/** What the rows of the table are. */
export const rowName = (naming: Naming): string =>
  isClassed(naming.of) ? naming.texts.get(`dist.name.${naming.of}`) : titleOf(naming);

/** What a part is called: “3–5”, “> 100”, a value of the dimension. */
export function partName({ kind, key, label, count, span }: RankRow, naming: Naming): string {
  const { of, catalog, texts, formats } = naming;
  if (kind === 'total') return texts.get('rank.total');
  if (kind === 'others') return texts.get('dist.others', { count });
  if (span) {
    const { from, to } = span;
    if (to === null) return texts.get('dist.over', { last: formats.count(from - 1) });
    return from === to
      ? formats.count(from)
      : texts.get('dist.span', { from: formats.count(from), to: formats.count(to) });
  }
  if (key === null) return texts.get('rank.notSet');
  return catalog ? valueLabel(catalog, of, { key, label }, texts) : (label ?? key);
}

/** “415,859 opens”. */
export function sum(total: number | null, { metric, catalog, texts, formats }: Naming): TemplateResult {
  const { unit } = catalog ? metricOf(catalog, metric) : { unit: 'count' as const };
  const name = catalog ? inSentence(metricLabel(metricOf(catalog, metric), texts), texts.locale) : metric;
  const value = html`<b><bdi>${formats.value(total, unit)}</bdi></b>`;
  return html`<p class="sum">${texts.pieces('dist.total', { value, metric: name })}</p>`;
}

/** Count, share, and how the count changed where it is compared. */
export function partColumns(metric: string, hasChange: boolean): RankColumn[] {
  return [
    { metric, figure: 'value' },
    { metric, figure: 'share', isQuiet: true },
    ...(hasChange ? [{ metric, figure: 'change' } as const] : []),
  ];
}
