import { html, nothing, type TemplateResult } from 'lit';
import type { FunnelModel } from '#charts/funnel.js';
import type { Formats } from '#format/formats.js';
import { timeSpan } from '#format/time-span.js';
import { growthMark } from '../base/growth-mark.js';
import type { FunnelAnswer } from './funnel-question.js';
import type { FunnelTexts } from './funnel-view.js';

/** What stands over a funnel. */
export interface FunnelHead {
  readonly title: string;
  readonly texts: FunnelTexts;
  readonly formats: Formats;
  /** Nothing while there is no answer. */
  readonly answer: FunnelAnswer | undefined;
  readonly model: FunnelModel | undefined;
  /** What lets one choose groups. */
  readonly tools?: unknown;
  /** The last file could not be made, in words. */
  readonly fault?: string | undefined;
}

/** Title, what holds of the steps, what lets one choose groups, and how many come through. */
export function funnelHead({ title, texts, formats, answer, model, tools, fault }: FunnelHead): TemplateResult {
  return html`
    <div class="titles">
      <h2 title=${title}>${title}</h2>
      <p class="context">
        ${answer ? context(answer, texts, formats).map((piece) => html`<span>${piece}</span>`) : nothing}
      </p>
      ${answer?.isBeforeLost ? html`<p class="context lost">${texts.get('funnel.beforeLost')}</p>` : nothing}
      ${fault ? html`<p class="context lost" role="alert">${fault}</p>` : nothing}
    </div>
    ${tools ?? nothing} ${model ? finish(model, texts, formats) : nothing}
  `;
}

/** A head while its language is loading: nothing but its size. */
export function funnelHeadBones(): TemplateResult {
  return html`<div class="titles">
    <h2 aria-hidden="true">&nbsp;</h2>
    <p class="context"></p>
  </div>`;
}

function context({ funnel, report, before }: FunnelAnswer, texts: FunnelTexts, formats: Formats): string[] {
  const seconds = funnel?.window_seconds;
  const window = seconds
    ? texts.get('funnel.within', { window: timeSpan(seconds, formats.locale) })
    : texts.get('funnel.inRange');
  const { range } = report.meta;
  const earlier = before?.meta.range;
  return [
    // data alone does not say which window it was counted with
    ...(funnel ? [window] : []),
    ...(range ? [formats.range(range)] : []),
    ...(earlier ? [texts.get('funnel.against', { range: formats.range(earlier) })] : []),
  ];
}

function finish(
  { rows, isCompared }: FunnelModel,
  texts: FunnelTexts,
  formats: Formats,
): TemplateResult | typeof nothing {
  const last = rows.at(-1);
  if (!last) return nothing;
  return html`<p class="finish">
    <span class="figure"><bdi>${formats.share(last.rate)}</bdi></span>
    <span class="words"
      >${texts.get('funnel.finish')}${isCompared ? html` ${growthMark(last.rateChange, 'up', formats)}` : nothing}</span
    >
  </p>`;
}
