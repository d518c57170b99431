import { html, nothing, type TemplateResult } from 'lit';
import type { MetricDefinition, SummaryComparison, SummaryMetric } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { noValue, textOf, type FormattedPart } from '#format/parts.js';
import type { metricCardTexts } from '#i18n/metric-card/section.js';
import { icon } from '../base/icons.js';
import type { Message } from '../base/message.js';
import { isPartial } from '../base/partial.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { CardAnswer } from './card-answer.js';
import { growthRow } from './growth-row.js';
import { spark, sparkline } from './sparkline.js';

/** What the figures of a card are made from. */
export interface CardFigures {
  readonly row: SummaryMetric;
  readonly metric: MetricDefinition;
  readonly answer: CardAnswer;
  readonly comparisons: readonly SummaryComparison[];
  readonly texts: WidgetTexts<typeof metricCardTexts.en>;
  readonly formats: Formats;
}

/** Value, sparkline, growth. */
export function cardFigures(of: CardFigures): TemplateResult {
  const { row, metric, comparisons, texts, formats } = of;
  const hasGrowth = comparisons.some(({ growth }) => growth !== null);
  return html`
    ${value(of)}
    <div class="below">
      ${
        row.value === null
          ? html`<p class="note">${reason(of)}</p>`
          : html`${history(of)}
            ${
              hasGrowth || !isPartial(of.answer.summary.meta)
                ? growthRow(comparisons, metric, formats, texts)
                : html`<p class="note">
                    ${soFar(of)}<br />${comparisons.length ? texts.get('card.growthLater') : nothing}
                  </p>`
            }`
      }
    </div>
  `;
}

/** The skeleton: the shape of the thing at its final size. */
export function cardBones(): TemplateResult {
  const column = html`<div><i class="bone short"></i><i class="bone"></i></div>`;
  return html`
    <p class="value"><span class="bone value-bone"></span></p>
    <div class="below">
      <div class="spark bone"></div>
      <div class="growths">${[column, column, column]}</div>
    </div>
  `;
}

/** A state without data: a dash for the number, and what is the matter. */
export function cardMessage({ title, hint, action, isAlert, reference }: Message): TemplateResult {
  return html`
    <p class="value none" aria-hidden="true">${noValue}</p>
    <div class="below says" role=${isAlert ? 'alert' : nothing}>
      <p class="title" title=${title}>${title}</p>
      ${hint ? html`<p class="note" title=${typeof hint === 'string' ? hint : nothing}>${hint}</p>` : nothing}
      <div class="does">
        ${
          action
            ? html`<button class="button" type="button" @click=${action.run}>
                ${action.icon ? icon(action.icon) : nothing}${action.label}
              </button>`
            : nothing
        }
        ${reference ?? nothing}
      </div>
    </div>
  `;
}

/** The number as large as it is, compact where the card is tight; assistive technology always gets all of it. */
function value({ row, metric, texts, formats }: CardFigures): TemplateResult {
  if (row.value === null) {
    return html`<p class="value none" part="value">
      <span aria-hidden="true">${noValue}</span><span class="hidden-text">${texts.get('card.noValue')}</span>
    </p>`;
  }
  const full = formats.value(row.value, metric.unit);
  const roomy = formats.parts(row.value, metric.unit, 'card');
  const tight = formats.parts(row.value, metric.unit, 'compact');
  if (textOf(roomy) === full && textOf(tight) === full) {
    return html`<p class="value" part="value" title=${full}><bdi>${pieces(roomy)}</bdi></p>`;
  }
  return html`<p class="value" part="value" title=${full}>
    <span aria-hidden="true"><bdi class="roomy">${pieces(roomy)}</bdi><bdi class="tight">${pieces(tight)}</bdi></span
    ><span class="hidden-text"><bdi>${full}</bdi></span>
  </p>`;
}

function pieces(parts: readonly FormattedPart[]): unknown[] {
  return parts.map(({ text, isUnit }, index) =>
    isUnit ? html`<span class="unit ${index === 0 ? 'first' : ''}">${text.trim()}</span>` : text,
  );
}

function history({ row, metric, answer, texts, formats }: CardFigures): TemplateResult {
  const shape = answer.history && spark(answer.history, row.metric);
  if (!answer.history || !shape) return html`<div class="spark"></div>`;
  const { range } = answer.history.meta;
  const [low, high] = [shape.low, shape.high].map((one) => formats.value(one, metric.unit));
  return sparkline(shape, texts.get('card.history', { low, high, range: range ? formats.range(range) : '' }));
}

function soFar({ answer, texts, formats }: CardFigures): string {
  const { data_as_of: asOf, range } = answer.summary.meta;
  const time = formats.time(asOf);
  return range?.start === range?.end ? texts.get('card.today', { time }) : texts.get('card.soFar', { time });
}

/** Why there is no value. */
function reason({ row, texts }: CardFigures): string {
  switch (row.state) {
    case 'future':
      return texts.get('card.future');
    case 'not_yet':
      return texts.get('card.notYet');
    case 'suppressed':
      return texts.get('card.suppressed');
    case 'unavailable':
      return texts.get('card.unavailable');
    default:
      return texts.get('card.empty');
  }
}
