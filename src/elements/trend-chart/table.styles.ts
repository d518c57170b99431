import { css } from 'lit';

/** The table that says the same as the chart. */
export const tableStyles = css`
  .twin {
    box-sizing: border-box;
    block-size: 100%;
    padding-block-end: var(--ma-2);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .twin:focus-visible {
    outline-offset: -2px;
  }
  .rows {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .rows thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 0 0 var(--ma-2) var(--ma-4);
    border-block-end: 1px solid var(--ma-line);
    background: var(--ma-surface);
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .rows :is(th, td) {
    padding-inline: var(--ma-4) 0;
  }
  .rows :is(th, td):first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  .rows :is(tbody th, td) {
    block-size: var(--ma-row);
    padding-block: 0;
    border-block-end: 1px solid var(--ma-hairline);
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .rows tbody tr:last-child > * {
    border-block-end: 0;
  }
  .rows .muted,
  .rows td:is(.base, .compared) {
    color: var(--ma-muted);
  }
  .rows tbody .muted {
    font-size: var(--ma-size-s);
  }

  @container (max-width: 479px) {
    .rows.many thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .rows.many,
    .rows.many tbody {
      display: block;
    }
    .rows.many tbody tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--ma-1) var(--ma-4);
      padding-block: var(--ma-2);
      border-block-end: 1px solid var(--ma-hairline);
    }
    .rows.many tbody th {
      grid-column: 1 / -1;
      font-weight: var(--ma-strong);
    }
    .rows.many :is(tbody th, td) {
      block-size: auto;
      padding: 0;
      border: 0;
      text-align: start;
    }
    .rows.many td::before {
      content: attr(data-label);
      display: block;
      color: var(--ma-muted);
      font-size: var(--ma-size-s);
      line-height: var(--ma-line-s);
    }
  }
`;
