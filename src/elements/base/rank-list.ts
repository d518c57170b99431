import { html, type TemplateResult } from 'lit';
import type { Catalog, Meta } from '#contract/api.js';
import type { RankRow } from '#charts/rank.js';
import type { Formats } from '#format/formats.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { RankMessages } from '#i18n/rank/section.js';
import type { Texts } from '#i18n/texts.js';
import { type BarColumn, barList, type BarRow } from './bar-list.js';
import { metricLabel, metricOf } from './catalog.js';
import { growthMark } from './growth-mark.js';
import { inSentence } from './in-sentence.js';

/** A column of a ranked list. */
export interface RankColumn extends Pick<BarColumn, 'from' | 'isQuiet'> {
  readonly metric: string;
  readonly figure: 'value' | 'share' | 'change';
}

/** What a ranked list is made from. */
export interface RankView {
  readonly title: string;
  /** What the rows are: “Page”, “Source”. */
  readonly name: string;
  /** Nothing while there is no answer. */
  readonly rows: readonly RankRow[] | undefined;
  readonly meta: Meta | undefined;
  readonly columns: readonly RankColumn[];
  /** A row's name: a template, or text. */
  readonly nameOf: (row: RankRow) => unknown;
  /** What a metric is called in a head, short. */
  readonly headOf: (metric: string) => string;
  readonly catalog: Catalog | undefined;
  readonly texts: Texts<BaseMessages & RankMessages>;
  readonly formats: Formats;
  /** Whether each user is in one row, so that shares of users add up too. */
  readonly isDisjoint?: boolean;
  /** Rows that the list may have. */
  readonly size: number;
  /** In place of rows. */
  readonly message: unknown;
}

/** A breakdown as a list of bars. */
export function rankList(view: RankView): TemplateResult {
  const { title, name, rows, meta, texts, formats, size, message } = view;
  const range = meta?.range ?? undefined;
  return barList({
    label: range ? texts.get('rank.of', { title, range: formats.range(range) }) : title,
    ...{ name, size, message },
    columns: view.columns.map((column) => headed(column, view)),
    rows: rows?.map((row) => barRow(row, view)),
  });
}

/** A list whose language is loading: nothing but its size. */
export function rankBones(size: number): TemplateResult {
  const columns = [
    { id: 'value', head: '' },
    { id: 'share', head: '' },
  ];
  return barList({ label: '', name: '', columns, rows: undefined, size });
}

/** Whether a metric counts people, whose shares do not add up. */
export const countsUsers = (metric: string, catalog: Catalog | undefined): boolean =>
  catalog !== undefined && metricOf(catalog, metric).unit === 'users';

function barRow(row: RankRow, view: RankView): BarRow {
  const { kind, length, lengthBefore: before } = row;
  return {
    name: view.nameOf(row),
    ...(kind !== 'row' && { kind }),
    ...{ length, before },
    cells: view.columns.map((column) => cell(row, column, view)),
  };
}

function cell({ values, shares, before }: RankRow, { metric, figure }: RankColumn, view: RankView): unknown {
  const { catalog, texts, formats } = view;
  const { unit = 'count', better = 'neutral' } = catalog ? metricOf(catalog, metric) : {};
  if (figure === 'value') return formats.value(values[metric] ?? null, unit, 'cell');
  if (figure === 'share') return formats.share(shares[metric] ?? null);
  const growth = growthMark(before?.growth[metric] ?? null, better, formats);
  if (!before) return growth;
  const value = formats.value(before.values[metric] ?? null, unit);
  return html`<span title=${texts.get('growth.before', { range: formats.range(before.range), value })}
    >${growth}</span
  >`;
}

function headed({ metric, figure, ...column }: RankColumn, view: RankView): BarColumn {
  return { ...column, id: `${metric} ${figure}`, ...headOf(metric, figure, view) };
}

function headOf(
  metric: string,
  figure: RankColumn['figure'],
  { catalog, texts, formats, rows, isDisjoint, headOf: short }: RankView,
): Pick<BarColumn, 'head' | 'hint'> {
  const name = catalog ? metricLabel(metricOf(catalog, metric), texts) : short(metric);
  switch (figure) {
    case 'value': {
      const unit = catalog ? formats.unit(metricOf(catalog, metric).unit) : '';
      return { head: unit ? texts.get('rank.withUnit', { name: short(metric), unit }) : short(metric), hint: name };
    }
    case 'share': {
      const shareOf = texts.get('rank.shareOf', { metric: inSentence(name, texts.locale) });
      if (!countsUsers(metric, catalog)) return { head: texts.get('rank.share'), hint: shareOf };
      return { head: texts.get('rank.ofUsers'), hint: isDisjoint ? shareOf : texts.get('rank.ofUsersHint') };
    }
    default: {
      const range = rows?.find(({ before }) => before)?.before?.range;
      const hint = range && { hint: texts.get('rank.changeAgainst', { range: formats.range(range) }) };
      return { head: texts.get('rank.change'), ...hint };
    }
  }
}
