import { html, type TemplateResult } from 'lit';
import type { Range, SummaryMetric } from '#contract/api.js';
import { localDay } from '#format/local-day.js';
import type { Formats } from '#format/formats.js';
import type { MetricGroupMessages } from '#i18n/metric-group/section.js';
import { formatDay, parseDay } from '#time/day.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { namesOf } from '../trend-chart/names-of.js';

type Texts = WidgetTexts<MetricGroupMessages>;

/** The head: what the figures are of, and what they are compared with; a bone while there are no words. */
export function groupHead(title: string, context: string): TemplateResult {
  return html`<div class="titles">
    ${title ? html`<h2>${title}</h2>` : html`<i class="bone"></i>`}
    <p class="context">${context}</p>
  </div>`;
}

/** “Yesterday, Sat 21 Nov”; a longer range by its days. */
export function rangeTitle({ start, end }: Range, now: number | undefined, texts: Texts, formats: Formats): string {
  if (start !== end) return formats.range({ start, end });
  const day = formats.day(start, 'weekday');
  const today = now === undefined ? undefined : parseDay(localDay(now, formats.timezone));
  if (today === undefined) return day;
  if (start === formatDay(today)) return texts.get('group.today', { day });
  return start === formatDay(today - 1) ? texts.get('group.yesterday', { day }) : day;
}

/** “against the day, week and month before”. */
export function againstText(metrics: readonly SummaryMetric[], texts: Texts): string {
  const kinds = [...new Set(metrics.flatMap(({ comparisons }) => comparisons.map(({ kind }) => kind)))];
  if (kinds.length === 0) return '';
  if (kinds.join(' ') === 'previous_day last_week last_month') return texts.get('group.dayWeekMonth');
  const names = kinds.map((kind) => texts.find(`compare.${kind}`) ?? kind);
  return texts.get('group.against', { names: namesOf(names, texts.locale) });
}
