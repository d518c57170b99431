import type { Catalog, Values } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import type { PageTableMessages } from '#i18n/page-table/section.js';
import type { Texts } from '#i18n/texts.js';
import type { ShownColumn } from './page-cell.js';
import { type PageColumnId, shownFrom, unitOfColumn } from './page-columns.js';

/** What heads are made from. */
export interface HeadFacts {
  /** Where the reader has chosen, every width shows what was chosen. */
  readonly isUsual: boolean;
  /** The metric that sorts. */
  readonly sorted: string;
  readonly catalog: Catalog | undefined;
  readonly totals: Values;
  readonly texts: Texts<PageTableMessages>;
  readonly formats: Formats;
}

/** Columns with what their heads say. */
export function shownColumns(ids: readonly PageColumnId[], facts: HeadFacts): ShownColumn[] {
  const { isUsual, sorted, texts } = facts;
  return ids.map((id) => ({
    id,
    name: texts.get(`pages.${id}`),
    from: isUsual ? shownFrom(id, sorted) : 'narrow',
    ...scale(id, facts),
  }));
}

/** A sum of stays soon has many digits: it stands in minutes from ten of them on, in hours from ten. */
function scale(id: PageColumnId, { catalog, totals, formats }: HeadFacts): Pick<ShownColumn, 'unit' | 'divisor'> {
  const unit = formats.unit(unitOfColumn(id, catalog));
  const longest = id === 'page_stay' ? (totals[id] ?? 0) : 0;
  const { minutes, hours } = formats.durations;
  if (longest >= 36_000) return { unit: hours.replace('{h}', '').trim(), divisor: 3600 };
  if (longest >= 600) return { unit: minutes.replace('{m}', '').trim(), divisor: 60 };
  return { unit, divisor: 1 };
}
