import { css, unsafeCSS } from 'lit';
import { heat, heatSteps } from '#theme/heat.js';

const steps = Array.from({ length: heatSteps }, (_, index) => index + 1);

/** The seven steps of heat, each with the text that reads on it. */
const heatClasses = unsafeCSS(
  steps
    .map(
      (n) =>
        `tbody tr > .heat-${n},tbody tr:hover > .heat-${n},i.heat-${n}{--step:${n};background-color:var(--ma-heat-${n});color:var(--ma-heat-${n}-text)}`,
    )
    .join(''),
);

/** What a grid has beyond the look of a table: cells of one hue, and what lies under them. */
export const retentionGridStyles = css`
  :host > * {
    ${heat}
  }
  .head {
    row-gap: var(--ma-3);
  }
  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .switches .segments {
    margin: 0;
  }
  .body {
    padding-block: var(--ma-4) var(--ma-3);
  }
  .list {
    --_max-height: var(--ma-retention-grid-max-height, none);
    --_cohort: 136px;
    --_users: 68px;
    /* room for the ring of the cell that has the focus */
    margin-block: -4px;
    padding-block: 4px;
    scroll-padding-block-start: 36px;
    scroll-padding-inline-start: var(--_cohort);
  }
  table {
    table-layout: fixed;
    min-inline-size: calc(var(--_cohort) + var(--_users) + var(--columns) * 48px);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  thead th,
  tbody :is(th, td) {
    padding-inline: 0;
    border: 0;
    text-align: center;
  }
  thead th {
    padding-block: 0 8px;
    vertical-align: bottom;
    white-space: normal;
  }
  thead th,
  tbody .lead,
  tbody tr:hover > .lead {
    background: var(--ma-surface);
  }
  :is(thead, tbody) .lead {
    inline-size: var(--_cohort);
    padding-inline-end: 8px;
    text-align: start;
  }
  .size {
    display: none;
  }
  :is(thead, tbody) .users {
    inline-size: var(--_users);
    padding-inline-end: 12px;
    text-align: end;
  }
  tbody tr:hover > .users {
    background: none;
  }
  tbody tr > .cell {
    block-size: calc(var(--ma-row) + 2px);
    border: 1px solid transparent;
    border-radius: calc(var(--ma-radius-xs) + 1px);
    background: none;
    background-clip: padding-box;
  }
  /* a row under the pointer keeps its colours: they are figures */
  tbody tr:hover > .cell {
    background-color: transparent;
    background-clip: padding-box;
  }
  ${heatClasses}
  .average > * {
    font-weight: var(--ma-strong);
  }
  tbody .average > .cell {
    block-size: calc(var(--ma-row) + 10px);
    border-radius: 0;
  }
  tbody .average > .mean,
  tbody .average:hover > .mean {
    background-color: var(--ma-sunken);
    border-color: var(--ma-surface);
    border-block-end: 2px solid var(--ma-graph);
  }
  .cell.told {
    box-shadow: inset 0 0 0 1.5px currentColor;
  }
  .cell:focus-visible {
    position: relative;
    z-index: 2;
    outline-offset: 1px;
    box-shadow: none;
  }

  /* Curves, also while what draws them is on its way */
  .curve {
    block-size: var(--ma-retention-curve-height, 280px);
  }

  /* Under the grid */
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    min-block-size: 28px;
    margin-block-start: var(--ma-3);
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .scale {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }
  /* not at the figures, whose own direction is not that of the row */
  .scale > i:first-of-type {
    margin-inline-start: 6px;
  }
  .scale > i:last-of-type {
    margin-inline-end: 6px;
  }
  .scale i {
    position: relative;
    inline-size: 18px;
    block-size: 10px;
    border-radius: 2px;
  }
  .rate {
    margin-block-start: 2px;
    font-size: var(--ma-size);
    font-weight: var(--ma-strong);
  }

  .skeleton {
    display: grid;
    grid-auto-rows: var(--ma-row);
    gap: 2px;
    padding-block: 24px 1px;
    padding-inline-start: 204px;
  }
  .skeleton .bone {
    block-size: 100%;
    inline-size: calc(100% * var(--reached));
  }
  .said {
    min-block-size: calc((var(--ma-row) + 2px) * var(--rows));
  }

  @container (max-width: 479px) {
    .list {
      --_cohort: 116px;
      --_users: 0px;
      margin-inline: calc(-1 * var(--ma-4));
      padding-inline: var(--ma-4);
    }
    .lead::before {
      inset-inline-start: calc(-1 * var(--ma-4));
      inline-size: var(--ma-4);
    }
    .skeleton {
      padding-inline-start: 116px;
    }
    .users,
    .lead > .muted {
      display: none;
    }
    .size {
      display: block;
      color: var(--ma-muted);
      font-weight: 400;
    }
    .curve {
      block-size: var(--ma-retention-curve-height-narrow, 220px);
    }
    .scale i {
      inline-size: 12px;
    }
    .note {
      order: 1;
    }
  }
  @media (forced-colors: active) {
    tbody tr > .cell {
      position: relative;
      border-color: Canvas;
    }
    tbody tr > [class*='heat'] {
      border-color: GrayText;
    }
    tbody .average > .mean {
      border-block-end-color: CanvasText;
    }
    /* colours are the reader's: the length of a bar tells the step */
    [class*='heat']::after {
      content: '';
      position: absolute;
      inset-inline-start: 0;
      inset-block-end: 0;
      inline-size: calc(100% * var(--step) / 7);
      border-block-end: 3px solid CanvasText;
    }
    .cell.told {
      outline: 1px solid CanvasText;
      outline-offset: -3px;
    }
  }
`;
