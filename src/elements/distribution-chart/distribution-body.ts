import { html, nothing, type TemplateResult } from 'lit';
import type { Meta } from '#contract/api.js';
import { makesWhole } from '#charts/doughnut.js';
import type { RankRow } from '#charts/rank.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { growthMark } from '../base/growth-mark.js';
import { longName } from '../base/long-name.js';
import { rankBones, rankList } from '../base/rank-list.js';
import { columnBones, columns } from './columns.js';
import { type Naming, partColumns, partName, rowName } from './distribution-parts.js';
import { type Layout, toLayout } from './distribution-words.js';
import type * as DoughnutKit from './doughnut-kit.js';

/** What the body of a distribution is made from. */
export interface DistributionView {
  readonly title: string;
  /** Parts, others, total; nothing while there is no answer. */
  readonly rows: readonly RankRow[] | undefined;
  readonly naming: Naming;
  readonly meta: Meta | undefined;
  readonly layout: Layout;
  readonly isTable: boolean;
  /** Whether it is compared. */
  readonly hasChange: boolean;
  /** Rows that a list may have. */
  readonly size: number;
  /** In place of parts. */
  readonly said: unknown;
  /** What draws a ring; nothing while it loads. */
  readonly kit: typeof DoughnutKit | undefined;
  readonly isMirrored: boolean;
}

/** The layout that was asked for, or the usual one: a ring needs few parts that make a whole. */
export function drawable(layout: Layout, rows: readonly RankRow[] | undefined, { of, metric }: Naming): Layout {
  if (layout !== 'doughnut' || !rows) return layout;
  return makesWhole(partsIn(rows).map(({ shares }) => shares[metric] ?? null)) ? layout : toLayout(undefined, of);
}

/** Columns with their table, rows of bars, or a ring with its list. */
export function distributionBody(view: DistributionView): TemplateResult {
  const { rows, layout, said, hasChange } = view;
  if (layout === 'doughnut' && rows) return doughnut(rows, view);
  if (layout !== 'bars') return list(rows, view);
  if (said || !rows) return room(said ?? columnBones(hasChange), hasChange);
  return room(view.isTable ? twin(rows, view) : picture(rows, view), hasChange);
}

/** The room of the columns, which has its final size in every state. */
export function room(content: unknown, hasChange: boolean): TemplateResult {
  return html`<div class="room with-columns ${hasChange ? 'with-change' : ''}">${content}</div>`;
}

/** The columns, and for those who do not see them the table. */
function picture(rows: readonly RankRow[], view: DistributionView): TemplateResult {
  const { naming, hasChange } = view;
  const { metric, catalog, formats } = naming;
  const { unit = 'count', better = 'neutral' } = catalog ? metricOf(catalog, metric) : {};
  const drawn = columns({
    rows: partsIn(rows),
    nameOf: (row) => partName(row, naming),
    share: ({ shares }) => formats.share(shares[metric] ?? null),
    count: ({ values }) => formats.value(values[metric] ?? null, unit),
    change: hasChange ? ({ before }) => growthMark(before?.growth[metric] ?? null, better, formats) : undefined,
  });
  return html`${drawn}
    <div class="hidden-text">${list(withoutBars(rows), view)}</div>`;
}

/** The table in the place of the columns. */
function twin(rows: readonly RankRow[], view: DistributionView): TemplateResult {
  const label = view.naming.texts.get('dist.tableOf', { title: view.title });
  return html`<div class="twin" role="region" aria-label=${label} tabindex="0">${list(rows, view)}</div>`;
}

function list(
  rows: readonly RankRow[] | undefined,
  { title, naming, meta, hasChange, size, said }: DistributionView,
  classOf?: (row: RankRow) => string,
): TemplateResult {
  const { metric, catalog, texts, formats } = naming;
  return rankList({
    ...{ title, rows, texts, formats, catalog, meta, size, message: said },
    columns: partColumns(metric, hasChange),
    isDisjoint: rows?.some(({ span }) => span) ?? false,
    name: rowName(naming),
    headOf: (id) => (catalog ? metricLabel(metricOf(catalog, id), texts) : ''),
    nameOf: (row) => rowLabel(row, naming, classOf),
  });
}

function rowLabel(row: RankRow, naming: Naming, classOf: ((row: RankRow) => string) | undefined): unknown {
  const name = partName(row, naming);
  const key = classOf && row.kind !== 'total' ? html`<i class="key ${classOf(row)}"></i>` : nothing;
  if (row.kind !== 'row') return html`${key}${name}`;
  if (row.span || classOf) return html`${key}<bdi dir=${row.span ? 'ltr' : 'auto'}>${name}</bdi>`;
  return longName({ text: row.key === null ? null : name, notSet: name });
}

function doughnut(rows: readonly RankRow[], view: DistributionView): TemplateResult {
  const { kit, naming, size, isMirrored } = view;
  if (!kit) return rankBones(size);
  const parts = partsIn(rows);
  const classOf = (row: RankRow): string =>
    row.kind === 'others'
      ? 'part-others'
      : `part-${parts.findIndex(({ key, span }) => key === row.key && span === row.span) + 1}`;
  const shares = parts.map(({ shares: all }) => all[naming.metric] ?? null);
  return html`<div class="doughnut">
    ${kit.ring(shares, (index) => classOf(parts[index]!), isMirrored)} ${list(withoutBars(rows), view, classOf)}
  </div>`;
}

const partsIn = (rows: readonly RankRow[]): RankRow[] => rows.filter(({ kind }) => kind !== 'total');

const withoutBars = (rows: readonly RankRow[]): RankRow[] =>
  rows.map((row) => ({ ...row, length: null, lengthBefore: null }));
