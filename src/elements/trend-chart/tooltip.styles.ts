import { css } from 'lit';

/** The tooltip, and a change with its arrow. */
export const tooltipStyles = css`
  .tooltip {
    position: absolute;
    z-index: 3;
    left: var(--x);
    top: var(--y);
    translate: calc(var(--_aside) + var(--shift, 0px)) var(--_up, 0);
    box-sizing: border-box;
    max-inline-size: min(320px, 90%);
    padding: 10px 12px;
    border-radius: var(--ma-radius-s);
    background: var(--ma-raised);
    box-shadow: var(--ma-shadow);
    color: var(--ma-text);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    white-space: nowrap;
    pointer-events: none;
  }
  .tooltip.left {
    --_aside: calc(-100% - 14px);
  }
  .tooltip.right {
    --_aside: 14px;
  }
  .tooltip.low {
    --_up: -100%;
  }
  .when {
    display: flex;
    gap: 6px;
    margin-block-end: 6px;
  }
  .when b {
    font-weight: var(--ma-strong);
  }
  .muted {
    color: var(--ma-muted);
  }
  .tooltip table {
    border-spacing: 0;
  }
  .tooltip td {
    padding: 2px 0;
  }
  .tooltip td + td {
    padding-inline-start: 20px;
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .tooltip td.muted,
  .tooltip .muted td {
    color: var(--ma-muted);
    font-weight: 400;
  }
  .tooltip .swatch {
    display: inline-block;
    inline-size: 14px;
    margin-inline-end: 6px;
    vertical-align: 1px;
  }
  .tooltip .name {
    display: inline-block;
    max-inline-size: 180px;
    vertical-align: bottom;
  }
  .tooltip .total td {
    padding-block-start: 6px;
    border-block-start: 1px solid var(--ma-hairline);
  }
  .tooltip tr:has(+ .total) td {
    padding-block-end: 6px;
  }

  /* change */
  .change {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    white-space: nowrap;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .change svg {
    inline-size: 10px;
    block-size: 10px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .change.good {
    color: var(--ma-up);
  }
  .change.bad {
    color: var(--ma-down);
  }
  .change.flat {
    color: var(--ma-muted);
  }
  @media (forced-colors: active) {
    .tooltip {
      border: 1px solid CanvasText;
    }
  }
`;
