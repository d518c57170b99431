import { html, nothing, type TemplateResult } from 'lit';
import { funnelBones, funnelSteps } from '../funnel-chart/funnel-steps.js';
import type { FunnelView } from '../funnel-chart/funnel-view.js';
import { groupLegend } from '../funnel-chart/group-choice.js';
import type { BuilderTexts } from './builder-view.js';

/** What the preview shows. */
export interface Preview {
  readonly texts: BuilderTexts;
  /** What the steps are drawn from; nothing while there is no answer. */
  readonly view: FunnelView | undefined;
  /** The range that is counted over. */
  readonly range: string | undefined;
  /** Steps of the skeleton. */
  readonly count: number;
  /** In place of the steps. */
  readonly said: unknown;
}

/** How users get through the draft, as it stands: the same drawing as the chart's, in rows. */
export function preview({ texts, view, range, count, said }: Preview): TemplateResult {
  const title = texts.get('funnelBuilder.preview');
  const last = view?.model.rows.at(-1);
  return html`<section class="preview" part="preview" aria-label=${title}>
    <header>
      <h3>${title}</h3>
      <p class="context">${range ?? nothing}</p>
      ${
        last && view
          ? html`<p class="came-through">
              <b><bdi>${view.formats.share(last.rate)}</bdi></b> ${texts.get('funnel.finish')}
            </p>`
          : nothing
      }
    </header>
    ${
      said
        ? html`<div class="said-instead">${said}</div>`
        : view
          ? html`${view.groups.length > 0 ? groupLegend(view.groups, title, view.formats) : nothing}${funnelSteps(view)}`
          : funnelBones('rows', count, false)
    }
  </section>`;
}
