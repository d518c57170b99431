import { css, unsafeCSS } from 'lit';
import { chartTokens } from '#theme/chart-tokens.js';
import { barListStyles } from '../base/bar-list.styles.js';
import { longNameStyles } from '../base/long-name.styles.js';
import { messageStyles } from '../base/message.styles.js';
import { stageStyles } from '../trend-chart/stage.styles.js';
import { tableStyles } from '../trend-chart/table.styles.js';
import { tooltipStyles } from '../trend-chart/tooltip.styles.js';

/** An opened page: its days and its sources, in a row of the table whose cells are not cells of that table. */
const own = css`
  tr.detail,
  tr.detail > td {
    display: table-row;
    padding: 0;
    text-align: start;
    white-space: normal;
  }
  tr.detail > td {
    display: table-cell;
    block-size: auto;
  }
  tbody:not(.skeleton) tr.detail:hover > *,
  tbody:not(.skeleton) .about tr:hover > * {
    background: none;
  }
  .about {
    /* as wide as the table is without it */
    contain: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: var(--ma-3) 32px;
    padding-block: var(--ma-3) var(--ma-4);
    border-inline-start: 2px solid var(--ma-graph);
    padding-inline-start: var(--ma-4);
  }
  .about.dimmed {
    opacity: 0.6;
  }
  .about > .message {
    grid-column: 1 / -1;
    min-block-size: 200px;
  }
  .about-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px var(--ma-4);
    margin-block-end: var(--ma-2);
  }
  .about h2 {
    margin: 0;
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  .about .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--ma-4);
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--ma-size-s);
    color: var(--ma-muted);
  }
  .about .plot {
    position: relative;
    block-size: 256px;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .about .bones {
    display: none;
  }
  .about table {
    display: table;
  }
  .about thead {
    display: table-header-group;
  }
  .about tbody {
    display: table-row-group;
  }
  .about tr {
    display: table-row;
    padding: 0;
    border: 0;
  }
  .about :is(th, td) {
    display: table-cell;
    position: static;
    block-size: auto;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
  }
  @container (max-width: 719px) {
    tr.detail,
    tr.detail > td {
      display: block;
    }
    .about {
      grid-template-columns: minmax(0, 1fr);
      margin-block-end: 12px;
      padding-inline-start: var(--ma-3);
    }
    .about .plot {
      block-size: 180px;
    }
  }
`;

const borrowed = [barListStyles, longNameStyles, stageStyles, tableStyles, tooltipStyles];

/** What it takes from other widgets is kept inside of it: the table around has classes of the same names. */
export const pageDetailStyles = unsafeCSS(
  [...chartTokens, messageStyles, own].map(({ cssText }) => cssText).join('') +
    `.about{${borrowed.map(({ cssText }) => cssText).join('')}}`,
);
