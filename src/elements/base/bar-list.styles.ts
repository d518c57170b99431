import { css } from 'lit';

/** The look of a list of bars: ink over wash behind the name; with a lane, a bar beside it. */
export const barListStyles = css`
  .bars {
    --_lane: var(--ma-theme-lane, 0px);
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .bars :is(th, td) {
    padding: 0;
    padding-inline-start: var(--ma-4);
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .bars thead th {
    padding-block-end: 6px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    block-size: calc(var(--ma-line-s) + 6px);
  }
  .bars tbody :is(th, td) {
    block-size: calc(var(--ma-row) - 2px);
  }
  .bars tr > th:first-child {
    position: relative;
    inline-size: 99%;
    max-inline-size: 0;
    padding-inline-start: 0;
    text-align: start;
  }
  .bars tbody th:is(:hover, :focus-within) {
    z-index: 2;
  }
  .bars td bdi {
    display: inline-block;
    min-inline-size: var(--room);
    text-align: right;
  }
  .bar-name {
    position: relative;
    display: block;
    padding-inline: max(0px, 8px - var(--_lane) * 1000) calc(8px + var(--_lane));
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* what a name shows in full lies over its row */
  .bar-name:has(.whole) {
    overflow: visible;
  }
  .bar-track {
    position: absolute;
    inset-block: 3px;
    inset-inline-end: 0;
    inline-size: max(var(--_lane), 100% - var(--_lane) * 1000);
    display: flex;
    align-items: center;
  }
  .bar {
    display: block;
    min-inline-size: 1px;
    block-size: max(8px, 100% - var(--_lane) * 1000);
    background: var(--ma-bar);
    border-block-end: clamp(2px, var(--_lane) * 1000, 8px) solid var(--ma-graph);
  }
  /* a notch in the ink, so that it never runs through the name; along the whole bar where it has a lane */
  .bar-before {
    position: absolute;
    inset-block-end: min(0px, var(--_lane) * 1000 - 3px);
    block-size: clamp(9px, var(--_lane) * 1000, 100%);
    border-inline-start: 2px solid var(--ma-compare);
  }
  .quiet,
  .others > *,
  .others .muted {
    color: var(--ma-muted);
  }
  .others .bar {
    background: var(--ma-bone);
    border-color: var(--ma-faint);
  }
  .total > * {
    border-block-start: 1px solid var(--ma-hairline);
    font-weight: var(--ma-strong);
  }
  .total .bar-name {
    padding-inline-start: 0;
  }
  .bar-bones .bar {
    background: var(--ma-bone);
    border-color: transparent;
  }
  .bar-bones .bone {
    display: inline-block;
    inline-size: 36px;
    block-size: 10px;
    vertical-align: middle;
  }
  .bars-said {
    display: grid;
    min-block-size: inherit;
  }
  .bars-room {
    min-block-size: calc(var(--ma-line-s) + 6px + (var(--ma-row) - 2px) * var(--rows));
  }
  @container (max-width: 639px) {
    .bars .from-wide {
      display: none;
    }
  }
  @container (max-width: 479px) {
    .bars {
      --_lane: 0px; /* no room for one: ink over wash in every theme */
    }
    .bars .from-medium {
      display: none;
    }
    .bars :is(th, td) {
      padding-inline-start: var(--ma-3);
    }
  }
  @media (forced-colors: active) {
    :is(.others, .bar-bones) .bar {
      background: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar {
      transition: inline-size var(--ma-motion) ease-out;
    }
  }
`;
