import { html, nothing, type TemplateResult } from 'lit';
import type { CompareKind, Range } from '#contract/api.js';
import type { LiveChartMessages } from '#i18n/live-chart/section.js';
import { dropDown } from '../base/drop-down.js';
import type { DropDownController } from '../base/drop-down-controller.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { instantOf, type Span, spans, wallText } from './live-window.js';

/** Periods that a live chart can be compared with. */
export const comparisons = ['previous_period', 'previous_day', 'last_week'] as const;

/** What a reader can choose, and who is told. */
export interface LiveTools {
  readonly texts: WidgetTexts<LiveChartMessages>;
  readonly drops: DropDownController;
  readonly timezone: string;
  /** Nothing where a range was chosen. */
  readonly span: Span | undefined;
  readonly range: Range;
  readonly compare: string | undefined;
  readonly compareStart: string | undefined;
  readonly chooseSpan: (span: Span) => void;
  readonly chooseRange: (range: Range) => void;
  readonly chooseComparison: (kind: CompareKind | undefined) => void;
  readonly chooseCompareStart: (start: string) => void;
}

/** The range, and what it is compared with; fields for both where they are chosen by date and time. */
export function liveTools(of: LiveTools): TemplateResult {
  const { texts, drops, span, range, compare, compareStart } = of;
  const named = Object.keys(spans) as Span[];
  const kinds = ['none', ...comparisons] as const;
  return html`<div class="live-tools">
    ${dropDown(
      {
        name: 'span',
        label: texts.get('live.range'),
        choices: [...named, 'custom' as const].map((value) => ({ value, label: texts.get(`live.${value}`) })),
        chosen: [span ?? 'custom'],
        choose: (value) => (value === 'custom' ? of.chooseRange(range) : of.chooseSpan(value)),
      },
      drops,
    )}
    ${
      span
        ? nothing
        : html`${moment(texts.get('live.from'), range.start, of, (start) => of.chooseRange({ ...range, start }))}
          ${moment(texts.get('live.to'), range.end, of, (end) => of.chooseRange({ ...range, end }))}`
    }
    ${dropDown(
      {
        name: 'compare',
        label: texts.get('live.compare'),
        choices: [...kinds, 'customCompare' as const].map((value) => ({ value, label: texts.get(`live.${value}`) })),
        chosen: [compareStart !== undefined ? 'customCompare' : isComparison(compare) ? compare : 'none'],
        choose: (value) => {
          if (value === 'customCompare') of.chooseCompareStart(range.start);
          else of.chooseComparison(value === 'none' ? undefined : value);
        },
      },
      drops,
    )}
    ${
      compareStart === undefined
        ? nothing
        : moment(texts.get('live.compareFrom'), compareStart, of, (start) => of.chooseCompareStart(start))
    }
  </div>`;
}

/** Whether a kind of the contract is one that is offered. */
export function isComparison(kind: string | undefined): kind is (typeof comparisons)[number] {
  return comparisons.some((one) => one === kind);
}

function moment(name: string, at: string, { timezone }: LiveTools, choose: (at: string) => void): TemplateResult {
  const read = (event: Event): void => {
    const chosen = instantOf((event.target as HTMLInputElement).value, timezone);
    if (chosen) choose(chosen);
  };
  return html`<label class="moment"
    ><span>${name}</span><input type="datetime-local" .value=${wallText(at, timezone)} @change=${read}
  /></label>`;
}
