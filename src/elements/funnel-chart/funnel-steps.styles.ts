import { css, unsafeCSS } from 'lit';
import { seriesCount } from '#theme/series.js';
import { columns, wideRows } from './wide-steps.styles.js';

const colours = Array.from(
  { length: seriesCount },
  (_, index) => `.series-${index + 1} { --_ink: var(--ma-series-${index + 1}); }`,
);

/** What holds of the steps in each of their forms, and the narrow one: rows with bars, the loss behind a rule. */
const rows = css`
  ${unsafeCSS(colours.join(' '))}
  .fit {
    container: steps / inline-size;
  }
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--ma-size);
  }
  .step {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    column-gap: 8px;
    align-items: baseline;
    padding-block-start: 4px;
  }
  .name,
  .narrowed {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: var(--ma-strong);
  }
  .nth {
    margin-inline-end: 4px;
    color: var(--ma-muted);
    font-weight: 400;
  }
  .narrowed {
    grid-area: 2 / 1 / auto / -1;
  }
  .narrowed,
  .of,
  .of-before,
  .users small,
  .passage {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .of {
    order: -1;
  }
  .name {
    order: -2;
  }
  .of-before,
  .slope,
  .gap,
  .flag {
    display: none;
  }
  .users {
    white-space: nowrap;
    text-align: end;
  }
  .users small {
    font-weight: 400;
  }
  .picture {
    position: relative;
    grid-column: 1 / -1;
    block-size: 18px;
    margin-block-start: 2px;
    background: var(--ma-sunken);
  }
  .picture > .bar {
    display: block;
    block-size: 100%;
    inline-size: calc(var(--at) * 100%);
    background: var(--ma-bar);
    border-block-end: 2px solid var(--ma-graph);
  }
  .was {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--at) * 100%);
    border-inline-start: 1.5px dashed var(--ma-compare);
  }
  .passage {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin: 4px 8px;
    padding: 4px 10px;
    border-inline-start: 1px solid var(--ma-line);
  }
  .passage b {
    color: var(--ma-text);
    font-weight: var(--ma-strong);
  }
  .passage .growth {
    color: var(--ma-text);
  }
  .times {
    display: flex;
    flex-wrap: wrap;
    column-gap: 10px;
  }
  .times > span {
    white-space: nowrap;
  }
  .worst .passage {
    border-inline-start: 2px solid var(--ma-down);
    padding-inline-start: 9px;
  }
  .worst .lost {
    color: var(--ma-down);
    font-weight: var(--ma-strong);
  }
  .lost .mark {
    font-weight: 400;
  }

  /* groups */
  .groups {
    display: grid;
    align-content: start;
    gap: 4px;
    block-size: auto;
    background: none;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 96px) minmax(0, 1fr) 44px;
    gap: 8px;
    align-items: center;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .group-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--ma-muted);
  }
  .group-rate {
    text-align: end;
  }
  .group .bar {
    display: block;
    min-inline-size: 1px;
    block-size: 12px;
    inline-size: calc(var(--at) * 100%);
    background: color-mix(in oklab, var(--_ink) 12%, transparent);
    border-block-end: 2px solid var(--_ink);
  }

  /* what their colours mean */
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--ma-4);
    margin: 0 0 var(--ma-3);
    padding: 0;
    list-style: none;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }
  .legend .key {
    flex: none;
    inline-size: 12px;
    border-block-start: 2px solid var(--_ink);
  }
  .legend .who {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .muted {
    color: var(--ma-muted);
  }

  /* choosing */
  .can {
    cursor: pointer;
  }
  .choose {
    position: absolute;
    inset: 0;
    border-radius: var(--ma-radius-xs);
    cursor: inherit;
  }
  .can:hover .picture:not(.groups),
  .can:hover .groups {
    background-color: var(--ma-hover);
  }
  .chosen .picture {
    background-color: var(--ma-selected);
    box-shadow: 0 2px 0 var(--ma-accent-fill);
  }

  /* skeleton */
  .bones .picture .bar {
    background: var(--ma-bone);
    border-color: transparent;
  }
  .bones .bone {
    display: inline-block;
    inline-size: 72px;
    max-inline-size: 100%;
    block-size: 10px;
  }
`;

/** The drawing of a slope, and what forced colours and motion change. */
const ink = css`
  .slope polygon {
    fill: var(--ma-wash);
  }
  .slope .missing {
    fill: color-mix(in oklab, var(--ma-down) 16%, transparent);
  }
  .slope line {
    stroke: var(--ma-graph);
    stroke-width: 2px;
  }
  .worst .slope .ink {
    stroke: var(--ma-down);
  }
  .slope .dashed {
    stroke: var(--ma-compare);
    stroke-width: 1.5px;
    stroke-dasharray: 4 4;
  }
  @media (forced-colors: active) {
    .slope .dashed {
      stroke: CanvasText;
    }
    .chosen {
      outline: 2px solid Highlight;
    }
    .worst .lost {
      text-decoration: underline;
    }
    .flag {
      border-color: CanvasText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .picture .bar {
      transition:
        inline-size var(--ma-motion) ease-out,
        block-size var(--ma-motion) ease-out;
    }
  }
`;

/** The look of a funnel's steps. */
export const funnelStepsStyles = css`
  ${rows} ${wideRows} ${columns} ${ink}
`;
