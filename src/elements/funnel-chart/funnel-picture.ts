import { html, nothing, svg, type TemplateResult } from 'lit';
import type { FunnelRow } from '#charts/funnel.js';
import { setStyle } from '../base/set-style.js';
import type { FunnelView, ShownGroup } from './funnel-view.js';

/** The picture leaves this much above its highest bar, in percent: the look has the same. */
const HEADROOM = 8;

/** Half of the ink's 2 px on a picture of 200 px, in percent: a bar's ink lies inside it. */
const HALF_INK = 0.5;

/** How high a share of the first step stands, in percent from above. */
const heightOf = (rate: number | null): number => HEADROOM + (1 - (rate ?? 0)) * (100 - HEADROOM);

/** A step as ink over wash, with the slope to the next one. For the eye: what it shows is said beside it. */
export function picture(row: FunnelRow, next: FunnelRow | undefined, { texts, model }: FunnelView): TemplateResult {
  const worst = row.passage?.isLargestLoss;
  return html`<div class="picture" aria-hidden="true">
    <i class="bar"></i>
    ${model.isCompared && row.rateBefore !== null ? html`<i class="was" ${setStyle({ '--at': row.rateBefore })}></i>` : nothing}
    ${next ? slope(row, next, model.isCompared) : nothing} ${next ? html`<i class="gap"></i>` : nothing}
    ${worst ? html`<span class="flag">${texts.get('funnel.largest')}</span>` : nothing}
  </div>`;
}

function slope(row: FunnelRow, next: FunnelRow, isCompared: boolean): TemplateResult {
  const [from, to] = [heightOf(row.rate), heightOf(next.rate)];
  const hasBefore = isCompared && row.rateBefore !== null && next.rateBefore !== null;
  return html`<svg class="slope flip" viewBox="0 0 100 100" preserveAspectRatio="none">
    <polygon class="wash" points="0,${from} 100,${to} 100,100 0,100" />
    ${row.passage?.isLargestLoss ? svg`<polygon class="missing" points="0,${from} 100,${from} 100,${to}" />` : nothing}
    ${line('ink', from, to)}
    ${hasBefore ? line('dashed', heightOf(row.rateBefore), heightOf(next.rateBefore)) : nothing}
  </svg>`;
}

const line = (name: string, from: number, to: number) =>
  svg`<line class=${name} x1="0" y1=${from + HALF_INK} x2="100" y2=${to + HALF_INK} vector-effect="non-scaling-stroke" />`;

/** The bars of several groups at one step, each against its own first step. */
export function groupBars(groups: readonly ShownGroup[], step: number, { formats }: FunnelView): TemplateResult {
  return html`<div class="picture groups">
    ${groups.map(({ name, colour, rows }) => {
      const { users = null, rate = null } = rows[step - 1] ?? {};
      const figures = `${formats.share(rate)} · ${users === null ? '' : formats.count(users)}`;
      return html`<div class="group series-${colour}" title="${name}: ${figures}" ${setStyle({ '--at': rate ?? 0 })}>
        <span class="group-name"><bdi>${name}</bdi></span>
        <i class="bar"></i>
        <span class="group-rate"><bdi>${formats.share(rate, 0)}</bdi></span>
      </div>`;
    })}
  </div>`;
}
