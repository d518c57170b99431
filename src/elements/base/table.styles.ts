import { css } from 'lit';

/**
 * The look of a table: sticky sortable heads, a lead column that stays where the numbers scroll, rows parted by
 * hairlines, totals. Its own height limit is `--_max-height`. The narrow form is `labelledRows`.
 */
export const tableStyles = css`
  .head {
    flex-wrap: wrap;
    row-gap: var(--ma-2);
  }
  .head .titles {
    flex: 1 1 200px;
  }
  .context {
    min-block-size: var(--ma-line-s);
  }
  .context .bone {
    inline-size: 180px;
    max-inline-size: 100%;
    block-size: 10px;
    translate: 0 3px;
  }
  .context span + span::before {
    content: ' · ';
  }
  .context.lost {
    color: var(--ma-down);
  }
  .body {
    padding-block: var(--ma-2);
  }
  .list {
    /* room for the ring of what has the focus */
    margin-inline: -4px;
    padding-inline: 4px;
    overflow: auto;
    max-block-size: var(--_max-height, none);
    overscroll-behavior-inline: contain;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding-block: 0;
    padding-inline: var(--ma-4) 0;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  tbody :is(th, td),
  tfoot :is(th, td) {
    block-size: var(--ma-row);
    border-block-end: 1px solid var(--ma-hairline);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    padding-block: 8px;
    background: var(--ma-surface);
    border-block-end: 1px solid var(--ma-line);
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  :is(th, td).lead {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-start: 0;
    background: var(--ma-surface);
    text-align: start;
  }
  /* what scrolls below it shall not show in the room for the ring */
  .lead::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -4px;
    inline-size: 4px;
    background: inherit;
  }
  thead th.lead {
    z-index: 3;
  }
  .bare :is(th, td) {
    background: none;
  }
  .sort {
    vertical-align: bottom;
    display: inline-flex;
    align-items: center;
    gap: 3px;
    margin: -4px;
    padding: 4px;
    border-radius: var(--ma-radius-xs);
    white-space: nowrap;
  }
  .sort:hover,
  .sorted {
    color: var(--ma-text);
  }
  .sorted {
    font-weight: var(--ma-strong);
  }
  .arrow {
    inline-size: 10px;
    block-size: 10px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  th:not(.sorted) .arrow {
    display: none;
  }
  .sorted.ascending .arrow {
    transform: scaleY(-1);
  }
  tbody:not(.skeleton) tr:hover > * {
    background: var(--ma-sunken);
  }
  .others > * {
    color: var(--ma-muted);
  }
  .total > * {
    font-weight: var(--ma-strong);
  }
  tbody tr:last-child > *,
  .others > * {
    border-block-end-color: var(--ma-line);
  }
  .cut tr:last-child > * {
    border-block-end-color: var(--ma-hairline);
  }
  tfoot tr:last-child > *,
  .skeleton tr:last-child > * {
    border-block-end: 0;
  }
  .value {
    position: relative;
    display: inline-block;
    min-inline-size: var(--room);
    text-align: right;
  }
  .label,
  .unit {
    display: none;
  }

  /* Skeleton and messages are as high as the list */
  .skeleton .bone {
    display: inline-block;
    block-size: 10px;
    inline-size: 44px;
    vertical-align: middle;
  }
  .said {
    display: grid;
    min-block-size: calc(var(--ma-row) * var(--rows));
  }
`;
