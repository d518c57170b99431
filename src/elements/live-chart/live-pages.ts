import { html, nothing, type TemplateResult } from 'lit';
import type { BreakdownReport } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { LiveChartMessages } from '#i18n/live-chart/section.js';
import { barList, type BarRow } from '../base/bar-list.js';
import { longName } from '../base/long-name.js';
import type { WidgetTexts } from '../base/texts-controller.js';

/** What the list of pages is made from. */
export interface LivePages {
  readonly texts: WidgetTexts<LiveChartMessages>;
  readonly formats: Formats;
  /** Nothing while it is loading. */
  readonly report: BreakdownReport | undefined;
  readonly hasFailed: boolean;
  readonly limit: number;
  /** The page in the chart; all of them where there is none. */
  readonly page: string | undefined;
  readonly choose: (page: string | undefined, app?: string) => void;
}

/** The pages of the range with their shares; one of them can be put into the chart. */
export function livePages(of: LivePages): TemplateResult {
  const { texts, report, page, choose, limit, hasFailed } = of;
  const message = hasFailed
    ? texts.get('live.pagesFailed')
    : report?.rows.length === 0
      ? texts.get('live.noPages')
      : '';
  return html`<div class="live-pages">
    <div class="live-pages-head">
      <h3>${texts.get('live.pages')}</h3>
      ${
        page === undefined
          ? nothing
          : html`<button class="button" type="button" @click=${() => choose(undefined)}>
              ${texts.get('live.allPages')}
            </button>`
      }
    </div>
    ${barList({
      label: texts.get('live.pages'),
      name: texts.get('live.page'),
      columns: [
        { id: 'visits', head: texts.get('live.visits') },
        { id: 'visitors', head: texts.get('live.visitors'), from: 'medium' },
        { id: 'share', head: texts.get('live.share'), isQuiet: true },
      ],
      rows: report && rowsOf(report, of),
      size: limit + 1,
      ...(message && { message: html`<p class="says">${message}</p>` }),
    })}
  </div>`;
}

function rowsOf(report: BreakdownReport, of: LivePages): BarRow[] {
  const { texts, formats, page, choose } = of;
  const most = Math.max(1, ...report.rows.map(({ values }) => values['page_visits'] ?? 0));
  const cells = ({ values, shares }: Pick<BreakdownReport['rows'][number], 'values' | 'shares'>): string[] => [
    formats.value(values['page_visits'] ?? null, 'count'),
    formats.value(values['page_visitors'] ?? null, 'users'),
    formats.share(shares['page_visits'] ?? null),
  ];
  const rows = report.rows.map((row): BarRow => {
    const isChosen = row.key !== null && row.key === page;
    const name = longName({
      ...{ text: row.key, notSet: texts.get('live.notSet'), isPath: true },
      choose: row.key === null ? undefined : () => choose(isChosen ? undefined : row.key!, row.app),
    });
    const mark = isChosen
      ? html`<i class="chosen-mark"></i><span class="hidden-text">${texts.get('live.chosen')}</span>`
      : nothing;
    return { name: html`${mark}${name}`, length: (row.values['page_visits'] ?? 0) / most, cells: cells(row) };
  });
  const { others } = report;
  if (!others || others.row_count === 0) return rows;
  return [
    ...rows,
    { name: texts.get('live.others', { count: others.row_count }), cells: cells(others), kind: 'others' },
  ];
}
