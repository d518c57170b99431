import { css } from 'lit';

/** The look of the table: rows and a bar in a wide one, labelled rows in a narrow one. */
export const pageTableStyles = css`
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

  /* Table */
  .list {
    /* room for the ring of what has the focus */
    margin-inline: -4px;
    padding-inline: 4px;
    overflow: auto;
    max-block-size: var(--ma-page-table-max-height, none);
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
  th.page,
  td.page {
    inline-size: 99%;
    max-inline-size: 0;
    min-inline-size: 176px;
    padding-inline-start: 0;
    text-align: start;
  }
  :is(th, td).page {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--ma-surface);
  }
  /* what scrolls below it shall not show in the room for the ring */
  .page::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -4px;
    inline-size: 4px;
    background: inherit;
  }
  thead th.page {
    z-index: 3;
  }
  .bare :is(th, td) {
    background: none;
  }
  th.main,
  td.main {
    position: relative;
    min-inline-size: calc(168px + var(--ma-4));
    padding-inline-end: 8px;
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

  /* Ink over wash behind the number; with a lane, a bar beside it */
  .track {
    position: absolute;
    inset-block: 4px;
    inset-inline-start: var(--ma-4);
    inline-size: max(var(--ma-theme-lane, 0px), 100% - var(--ma-4) - var(--ma-theme-lane, 0px) * 1000);
    display: flex;
    align-items: center;
  }
  .bar {
    display: block;
    min-inline-size: 1px;
    block-size: max(8px, 100% - var(--ma-theme-lane, 0px) * 1000);
    background: var(--ma-bar);
    border-block-end: clamp(2px, var(--ma-theme-lane, 0px) * 1000, 8px) solid var(--ma-graph);
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
  .skeleton .page .bone {
    inline-size: min(38%, 240px);
  }
  .skeleton .page .width-1 {
    inline-size: min(28%, 180px);
  }
  .skeleton .page .width-2 {
    inline-size: min(46%, 290px);
  }
  .skeleton .page .width-3 {
    inline-size: min(33%, 210px);
  }
  .said {
    display: grid;
    min-block-size: calc(var(--ma-row) * var(--rows));
  }

  @container (max-width: 959px) {
    .from-wide {
      display: none;
    }
    th.main,
    td.main {
      min-inline-size: calc(112px + var(--ma-4));
    }
  }
  @container (max-width: 719px) {
    .head .titles {
      flex-basis: 160px;
    }
    table,
    tbody,
    tfoot,
    tbody th,
    tfoot th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tbody :is(th, td),
    tfoot :is(th, td) {
      block-size: auto;
      padding: 0;
      border: 0;
      text-align: start;
    }
    tr {
      position: relative;
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 4px 12px;
      padding-block: 12px;
      border-block-end: 1px solid var(--ma-hairline);
    }
    tbody:not(.cut) tr:last-child,
    tr.others {
      border-block-end-color: var(--ma-line);
    }
    tfoot tr:last-child,
    .skeleton tr:last-child {
      border-block-end: 0;
    }
    tbody:not(.skeleton) tr:hover > * {
      background: none;
    }
    tr > .page {
      position: relative;
      background: none;
      grid-column: span 2;
      inline-size: auto;
      max-inline-size: none;
    }
    .name {
      display: flex;
      align-items: baseline;
      gap: 8px;
      padding: 0;
    }
    .app {
      flex: none;
      max-inline-size: 45%;
    }
    tr > .main {
      position: static;
      min-inline-size: 0;
      padding: 0;
      text-align: end;
      font-weight: var(--ma-strong);
    }
    tbody tr > :is(.page, .main) {
      margin-block-end: 8px;
    }
    .number {
      font-size: var(--ma-size-s);
      line-height: var(--ma-line-s);
    }
    .from-medium {
      display: none;
    }
    .whole {
      inset-block-start: -8px;
      translate: none;
    }
    .value {
      min-inline-size: 0;
      text-align: start;
    }
    .said {
      min-block-size: 240px;
    }
    .number .label {
      display: block;
      color: var(--ma-muted);
      font-weight: 400;
    }
    .unit {
      display: inline;
      margin-inline-start: 2px;
    }
    .unit.close {
      margin-inline-start: 0;
    }
    .total .number {
      font-weight: var(--ma-strong);
    }
    .track {
      inset-block: calc(12px + var(--ma-line-height) + 6px) auto;
      inset-inline: 0;
      inline-size: auto;
      block-size: 2px;
      background: var(--ma-bone);
    }
    .bar {
      block-size: 2px;
      border-block-end-width: 2px;
    }
    .skeleton .number {
      block-size: calc(var(--ma-line-s) * 2);
      align-content: center;
    }
    .skeleton .number .bone {
      inline-size: 60%;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar {
      transition: inline-size var(--ma-motion) ease-out;
    }
  }
  @media (forced-colors: active) {
    .whole {
      border: 1px solid CanvasText;
    }
  }
`;
