import { css, type CSSResult } from 'lit';

/**
 * The narrow form of a table: up to a width in px, heads go, each row lies in a grid, and each number bears its column's
 * name. What sorts moves into the chooser.
 */
export const labelledRows = (most: number): CSSResult => css`
  @container (max-width: ${most}px) {
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
    tr > .lead {
      position: relative;
      background: none;
      grid-column: span 2;
      inline-size: auto;
      max-inline-size: none;
    }
    .number {
      font-size: var(--ma-size-s);
      line-height: var(--ma-line-s);
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
    .skeleton .number {
      block-size: calc(var(--ma-line-s) * 2);
      align-content: center;
    }
    .skeleton .number .bone {
      inline-size: 60%;
    }
    .sorter {
      display: flex;
    }
  }
`;
