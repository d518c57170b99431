import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog, Granularity, Range, TrendReport } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { granularityChoices } from '../base/granularity-choices.js';
import { segments } from '../base/segments.js';
import type { DetailTexts } from './detail-view.js';

/** Title, and the line under it; a bone where that is not known yet. */
export function detailTitles(heading: string, pieces: readonly string[] | undefined): TemplateResult {
  return html`<div class="titles">
    <h2 title=${heading}>${heading || html`&nbsp;`}</h2>
    <p class="context">${pieces ? pieces.map((piece) => html`<span>${piece}</span>`) : html`<i class="bone"></i>`}</p>
  </div>`;
}

/** The range of a trend, and what it is compared with. */
export function detailContext({ meta, comparisons }: TrendReport, texts: DetailTexts, formats: Formats): string[] {
  const [base] = comparisons;
  return [
    ...(meta.range ? [formats.range(meta.range)] : []),
    ...(base ? [texts.get('detail.against', { range: formats.range(base.range) })] : []),
  ];
}

/** The switch between hour, day, week and month; nothing where there is no choice. */
export function lengthSwitch(
  { meta: { range, granularity } }: TrendReport,
  catalog: Catalog,
  texts: DetailTexts,
  choose: (granularity: Granularity) => void,
): TemplateResult | typeof nothing {
  const choices = range ? lengthsOf(range, catalog) : [];
  if (choices.length < 2) return nothing;
  const options = choices.map((value) => ({ value, label: texts.get(`trend.${value}`) }));
  return segments(options, granularity, texts.get('trend.granularity'), choose);
}

/**
 * Lengths of a bucket that a table can list for a range: those that a chart draws, and hours too, which are too many to
 * draw and not too many to page through.
 */
function lengthsOf({ start, end }: Range, { granularities, limits }: Catalog): Granularity[] {
  const choices = granularityChoices({ start, end }, granularities);
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  const isByHour = granularities.includes('hour') && days <= limits.max_days;
  return isByHour && !choices.includes('hour') ? ['hour', ...choices] : choices;
}
