import { html, nothing, svg, type TemplateResult } from 'lit';
import { addIcons, icon } from '../base/icons.js';
import type { PopoverController } from '../base/popover-controller.js';
import { segments } from '../base/segments.js';
import type { SourceChartTexts } from './source-parts.js';
import type { SourceMetric } from './source-words.js';

addIcons({
  display: svg`<path d="M2.5 5h6.300M12.200 5h1.300M2.500 11h1.300M7.200 11h6.300"/><circle cx="10.500" cy="5" r="1.700"/><circle cx="5.500" cy="11" r="1.700"/>`,
});

/** What stands over a chart of sources. */
export interface SourceHead {
  readonly title: string;
  readonly texts: SourceChartTexts;
  readonly metrics: readonly SourceMetric[];
  readonly drawn: SourceMetric;
  /** The range that it is compared with, in words. */
  readonly compared: string | undefined;
  /** The last file could not be made. */
  readonly isLost: boolean;
  readonly hasSwitches: boolean;
  readonly popovers: PopoverController;
  readonly draw: (metric: SourceMetric) => void;
}

/** Title, what is drawn, and the switches. */
export function sourceHead(of: SourceHead): TemplateResult {
  const { title, texts, drawn, compared, isLost, hasSwitches } = of;
  const against = compared && texts.get('rank.against', { range: compared });
  return html`
    <div class="titles">
      <h2 title=${title}>${title}</h2>
      <p class="context">${[texts.get(`sources.by.${drawn}`), against].filter(Boolean).join(' · ')}</p>
      ${isLost ? html`<p class="context lost" role="alert">${texts.get('rank.fileFailed')}</p>` : nothing}
    </div>
    ${hasSwitches ? switches(of) : nothing}
  `;
}

/** The head while its language is loading: nothing but its size. */
export function sourceHeadBones(): TemplateResult {
  return html`<div class="titles">
    <h2>&nbsp;</h2>
    <p class="context"></p>
  </div>`;
}

function switches({ texts, metrics, drawn, draw, popovers }: SourceHead): TemplateResult {
  const choices = metrics.map((value) => ({ value, label: texts.get(`sources.${value}`) }));
  const label = texts.get('sources.display');
  return html`<div class="switches">
    ${metrics.length > 1 ? segments(choices, drawn, texts.get('sources.metric'), draw) : nothing}
    <button
      class="display"
      type="button"
      aria-label=${label}
      title=${label}
      aria-haspopup="dialog"
      aria-expanded=${popovers.open === 'display'}
      @click=${(event: MouseEvent) => popovers.toggle('display', event.currentTarget as HTMLElement)}
    >
      ${icon('display')}
    </button>
  </div>`;
}
