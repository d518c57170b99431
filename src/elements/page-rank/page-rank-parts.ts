import { html, type TemplateResult } from 'lit';
import type { RankRow } from '#charts/rank.js';
import type { PageRankMessages } from '#i18n/page-rank/section.js';
import type { RankMessages } from '#i18n/rank/section.js';
import { longName } from '../base/long-name.js';
import type { Message } from '../base/message.js';
import type { RankColumn } from '../base/rank-list.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import type { BodyState } from '../base/widget-state.js';
import type { RankBy } from './rank-by.js';

/** Texts of a rank of pages. */
export type PageRankTexts = WidgetTexts<PageRankMessages & RankMessages>;

/** The name of a page, and of its app where the rank is about several. */
export function pageOf(
  row: RankRow,
  texts: PageRankTexts,
  choose: ((row: RankRow) => void) | undefined,
): TemplateResult {
  const { key, label, app } = row;
  const name = longName({
    text: label ?? key,
    notSet: texts.get('rank.notSet'),
    isPath: true,
    choose: choose && (() => choose(row)),
  });
  return app ? html`<span class="of-app">${name}<bdi class="app">${app}</bdi></span>` : name;
}

/** The metric, its share, and how it changed where it is compared: then the change is what a narrow list shows. */
export function rankColumns(metric: RankBy, isCompared: boolean): RankColumn[] {
  return [
    { metric, figure: 'value' },
    { metric, figure: 'share', isQuiet: true, ...(isCompared && { from: 'medium' }) },
    ...(isCompared ? [{ metric, figure: 'change' } as const] : []),
  ];
}

/** A row's name in a file. */
export function nameInFile({ kind, key, label, count }: RankRow, texts: PageRankTexts): string {
  if (kind === 'row') return label ?? key ?? texts.get('rank.notSet');
  return kind === 'others' ? texts.get('pageRank.others', { count }) : texts.get('rank.total');
}

/** States that are better said about pages. */
export function rankMessage(body: BodyState, texts: PageRankTexts): Partial<Message> {
  if (body === 'empty') return { title: texts.get('pageRank.empty') };
  return body === 'forbidden' ? { title: texts.get('pageRank.forbidden') } : {};
}
