import { html, type TemplateResult } from 'lit';
import type { BreakdownReport, Catalog, Source } from '#contract/api.js';
import type { RankRow } from '#charts/rank.js';
import type { RankMessages } from '#i18n/rank/section.js';
import type { SourceChartMessages } from '#i18n/source-chart/section.js';
import { valueLabel } from '../base/catalog.js';
import { longName } from '../base/long-name.js';
import type { Message } from '../base/message.js';
import type { RankColumn } from '../base/rank-list.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { BodyState } from '../base/widget-state.js';
import type { Figures, SourceMetric } from './source-words.js';

/** Texts of a chart of sources. */
export type SourceChartTexts = WidgetTexts<SourceChartMessages & RankMessages>;

/** Columns beside the bars: what is drawn first, the other metrics where there is room. */
export function sourceColumns(
  metrics: readonly SourceMetric[],
  drawn: SourceMetric,
  figures: Figures,
  isCompared: boolean,
): RankColumn[] {
  const further = metrics.filter((metric) => metric !== drawn);
  const columns = (metric: SourceMetric, isDrawn: boolean): RankColumn[] => {
    const from = isDrawn ? {} : ({ from: 'wide' } as const);
    // Where it is narrow, a chart that compares shows the change rather than the share.
    const shareFrom = isDrawn && isCompared && figures === 'both' ? ({ from: 'medium' } as const) : from;
    const value: RankColumn = { metric, figure: 'value', ...from };
    const share: RankColumn = { metric, figure: 'share', ...shareFrom, isQuiet: figures === 'both' };
    const change: RankColumn = { metric, figure: 'change', ...from };
    return [
      ...(figures === 'share' ? [] : [value]),
      ...(figures === 'count' ? [] : [share]),
      ...(isCompared && isDrawn ? [change] : []),
    ];
  };
  return [...columns(drawn, true), ...further.flatMap((metric) => columns(metric, false))];
}

/** What a row is called. */
export function sourceName({ kind, key, label, count }: RankRow, catalog: Catalog, texts: SourceChartTexts): string {
  if (kind === 'others') return texts.get('sources.others', { count });
  if (kind === 'total') return texts.get('rank.total');
  return key === null ? texts.get('rank.notSet') : valueLabel(catalog, 'source', { key, label }, texts);
}

/** The name of a source at its bar; of “other” with the scenes that are in it. */
export function sourceCell(
  row: RankRow,
  name: string,
  texts: SourceChartTexts,
  choose: ((row: RankRow) => void) | undefined,
): unknown {
  if (row.kind !== 'row') return name;
  const text = row.key === null ? null : name;
  const cell = longName({ text, notSet: name, choose: choose && (() => choose(row)) });
  return row.scenes?.length ? withScenes(cell, row.scenes, texts) : cell;
}

function withScenes(cell: TemplateResult, scenes: readonly number[], texts: SourceChartTexts): TemplateResult {
  return html`<span title=${texts.get('sources.scenes', { scenes: scenes.join(', ') })}>${cell}</span>`;
}

/** The list largest first, where it is here whole; the back end has ordered any other. */
export function ordered(report: BreakdownReport, metric: SourceMetric): BreakdownReport {
  if (report.others !== null || report.rows.length < report.row_count) return report;
  const rows = [...report.rows].sort((a, b) => (b.values[metric] ?? -1) - (a.values[metric] ?? -1));
  return { ...report, rows };
}

/**
 * A catalogue that can name the sources of an answer given as `data`: where it has no dictionary, the built-in one, as
 * far as it calls them what the answer does.
 */
export function withSources(catalog: Catalog, { rows }: BreakdownReport, builtIn: readonly Source[]): Catalog {
  if (catalog.sources.length > 0) return catalog;
  const labels = new Map(rows.map(({ key, label }) => [key, label]));
  return { ...catalog, sources: builtIn.filter(({ key, label }) => labels.get(key) === label.en) };
}

/** States that are better said about sources. */
export function sourceMessage(body: BodyState, texts: SourceChartTexts): Partial<Message> {
  if (body === 'empty') return { title: texts.get('sources.empty') };
  return body === 'forbidden' ? { title: texts.get('sources.forbidden') } : {};
}
