import { css } from 'lit';
import { labelledRows } from '../base/labelled-rows.styles.js';
import { funnelStepsStyles } from './funnel-steps.styles.js';

/** The look of a funnel around its steps: head, legend, table, messages. */
export const funnelChartStyles = css`
  ${labelledRows(639)}
  ${funnelStepsStyles}
  .head {
    flex-wrap: nowrap;
  }
  .body {
    padding-block: var(--ma-4);
  }
  .finish {
    flex: none;
    text-align: end;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    color: var(--ma-muted);
  }
  .finish .words {
    white-space: nowrap;
  }
  .finish .figure {
    display: block;
    color: var(--ma-text);
    font-size: 20px;
    font-weight: var(--ma-strong);
    line-height: 24px;
    letter-spacing: calc(var(--ma-tracking) * 0.7);
    font-variant-numeric: proportional-nums lining-nums;
  }
  .finish .growth {
    color: var(--ma-text);
  }
  .switches .pick {
    block-size: 28px;
    font-size: var(--ma-size-s);
  }
  .room {
    display: grid;
    min-block-size: calc(var(--ma-funnel-height, 200px) + 128px);
  }
  .part > .lead {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    vertical-align: bottom;
    padding-block-end: 6px;
  }
  tbody th.lead {
    max-inline-size: 320px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .number-of {
    display: inline-block;
    min-inline-size: 2ch;
    color: var(--ma-muted);
  }
  @container (max-width: 639px) {
    .head {
      flex-wrap: wrap;
    }
    .head .switches {
      order: 1;
      flex-basis: 100%;
    }
    tr > .lead,
    tr.part > .lead {
      grid-column: 1 / -1;
      max-inline-size: none;
    }
  }
`;
