import { html, nothing, type TemplateResult } from 'lit';
import type { BreakdownReport, BreakdownRow, Catalog, Values } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { PageDetailMessages } from '#i18n/page-detail/section.js';
import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { StateMessages } from '#i18n/state/section.js';
import type { TrendChartMessages } from '#i18n/trend-chart/section.js';
import { type BarColumn, barList, type BarRow } from '../base/bar-list.js';
import { metricOf, valueLabel } from '../base/catalog.js';
import { longName } from '../base/long-name.js';
import { message } from '../base/message.js';
import { stateMessage } from '../base/state-kit.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { problemOf } from '../base/widget-state.js';
import type { Stage } from '../trend-chart/stage.js';
import { mostSources } from './ask-detail.js';

/** Texts of an opened page. */
export type DetailTexts = WidgetTexts<PageDetailMessages & PageTableMessages & TrendChartMessages & StateMessages>;

/** What is shown of an opened page. */
export interface DetailView {
  readonly texts: DetailTexts;
  readonly formats: Formats;
  readonly catalog: Catalog;
  readonly name: string;
  /** Draws its days. */
  readonly stage: Stage;
  /** Nothing while it is asked for. */
  readonly sources: BreakdownReport | undefined;
  readonly isEmpty: boolean;
  readonly isBusy: boolean;
  readonly error: Error | undefined;
  readonly retry: () => void;
}

/** The days of a page and where its visits came from, side by side where there is room. */
export function detail(view: DetailView): TemplateResult {
  const { texts, error, isBusy, isEmpty, sources } = view;
  return html`<div
    class="about ${isBusy && sources ? 'dimmed' : ''}"
    role="group"
    aria-label=${texts.get('page.detail.of', { page: view.name })}
    aria-busy=${String(isBusy)}
  >
    <p class="hidden-text" role="status">${isBusy ? texts.get('page.detail.loading') : ''}</p>
    ${
      error
        ? message(failure(view, error))
        : isEmpty
          ? message({ icon: 'empty', title: texts.get('page.detail.empty') })
          : parts(view)
    }
  </div>`;
}

function parts(view: DetailView): TemplateResult {
  const { texts, stage, sources } = view;
  return html`
    <div class="days">
      <div class="about-head">${sources ? stage.renderHead() : html`<h2>${texts.get('page.detail.trend')}</h2>`}</div>
      <div class="plot">${sources ? stage.renderBody() : nothing}</div>
    </div>
    <div class="ways">
      <div class="about-head"><h2>${texts.get('page.detail.sources')}</h2></div>
      ${barList({
        label: texts.get('page.detail.sources'),
        name: texts.get('page.detail.source'),
        columns: columnsOf(sources, texts),
        rows: sources && rowsOf(sources, view),
        size: mostSources + 2,
      })}
    </div>
  `;
}

const metrics = ['page_visits', 'exits', 'exit_rate'] as const;

/** Metrics that the answer holds; while there is none, those that it will. */
function metricsIn(report: BreakdownReport | undefined): (typeof metrics)[number][] {
  return metrics.filter((id) => !report || report.totals.values[id] !== undefined);
}

function columnsOf(report: BreakdownReport | undefined, texts: DetailTexts): BarColumn[] {
  return metricsIn(report).map((id) => ({
    ...{ id, head: texts.get(`pages.${id}`) },
    ...(id === 'exits' && { from: 'medium' as const }),
  }));
}

function rowsOf(report: BreakdownReport, { texts, formats, catalog }: DetailView): BarRow[] {
  const { rows, others, totals } = report;
  const visits = (values: Values): number => values['page_visits'] ?? 0;
  const largest = Math.max(...[...rows, ...(others ? [others] : [])].map(({ values }) => visits(values)), 1);
  const cells = (values: Values): string[] =>
    metricsIn(report).map((id) => formats.value(values[id] ?? null, metricOf(catalog, id).unit));
  const length = (values: Values): number => visits(values) / largest;
  return [
    ...rows.map((row) => ({ name: nameOf(row, catalog, texts), length: length(row.values), cells: cells(row.values) })),
    ...(others
      ? [
          {
            name: texts.get('page.detail.others', { count: others.row_count }),
            length: length(others.values),
            cells: cells(others.values),
            kind: 'others' as const,
          },
        ]
      : []),
    { name: texts.find('table.total') ?? '', cells: cells(totals.values), kind: 'total' as const },
  ];
}

function nameOf({ key, label }: BreakdownRow, catalog: Catalog, texts: DetailTexts): TemplateResult {
  const text = key === null ? null : valueLabel(catalog, 'source', { key, label }, texts);
  return longName({ text, notSet: texts.get('pages.notSet') });
}

function failure({ texts, formats, retry }: DetailView, error: Error) {
  const body = problemOf(error);
  const facts = { texts, body, error, retry, missing: undefined, secondsLeft: undefined };
  return { ...stateMessage({ ...facts, durations: formats.durations }), ...retrying(body, texts, retry) };
}

/** What passes by itself elsewhere is asked again by hand here. */
function retrying(body: string, texts: DetailTexts, retry: () => void) {
  const canPass = body === 'offline' || body === 'limited' || body === 'error';
  return canPass ? { hint: undefined, action: { label: texts.get('action.retry'), icon: 'refresh', run: retry } } : {};
}
