import { html, nothing, type TemplateResult } from 'lit';
import type { Granularity } from '#contract/api.js';
import { type Segment, segments } from '../base/segments.js';
import { change } from './change.js';
import { legend } from './legend.js';
import type { LegendEntries } from './legend-items.js';
import type { ReadGrowth, TrendTexts } from './trend-scene.js';

/** What stands over a chart. */
export interface Head {
  readonly title: string;
  readonly growth: ReadGrowth | undefined;
  /** Stands in place of the growth, which is that of the whole range. */
  readonly back: unknown;
  readonly legend: LegendEntries | undefined;
  readonly isLegendLong: boolean;
  /** The widget's own switches, before the one of granularity. */
  readonly switches: unknown;
  readonly choices: readonly Segment<Granularity>[];
  readonly granularity: Granularity | undefined;
  readonly toggle: (id: string) => void;
  readonly toggleMore: () => void;
  readonly choose: (granularity: Granularity) => void;
}

/** Title, growth, legend with totals, and the switch of granularity. */
export function head(of: Head, texts: TrendTexts): TemplateResult {
  const { growth, choices } = of;
  return html`<h2 title=${of.title}>${of.title}</h2>
    <span class="delta">
      ${
        growth
          ? html`<span aria-hidden="true">${change(growth.written)}</span
              ><span class="hidden-text">${growth.reading}</span>`
          : of.back
      }
    </span>
    ${of.legend ? keys(of.legend, of, texts) : nothing} ${of.switches}
    ${choices.length > 1 ? segments(choices, of.granularity, texts.get('trend.granularity'), of.choose) : nothing}`;
}

function keys({ items, more }: LegendEntries, of: Head, texts: TrendTexts): TemplateResult {
  const label = of.isLegendLong ? texts.get('trend.fewer') : texts.get('trend.more', { count: more });
  return html`${items.length > 0 ? legend(items, texts.get('trend.legend'), of.toggle) : nothing}
  ${
    more > 0 || of.isLegendLong
      ? html`<button
          class="key more-keys"
          type="button"
          aria-expanded=${String(of.isLegendLong)}
          @click=${of.toggleMore}
        >
          ${label}
        </button>`
      : nothing
  }`;
}
