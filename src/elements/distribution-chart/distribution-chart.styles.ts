import { css } from 'lit';

/** The look of a distribution: columns of ink over wash, shares above, classes and counts below. */
export const distributionChartStyles = css`
  .frame > * {
    --_shaft: var(--ma-distribution-height, 200px);
  }
  .context {
    min-block-size: var(--ma-line-s);
  }
  .sum {
    flex: none;
    max-inline-size: 50%;
    font-size: var(--ma-size-s);
    line-height: 20px;
    color: var(--ma-muted);
  }
  .sum b {
    color: var(--ma-text);
    font-weight: var(--ma-strong);
  }
  .room {
    position: relative;
    min-block-size: calc(var(--_shaft) + 6px + var(--ma-line-s) * var(--_lines));
  }
  .room.with-columns {
    --_lines: 2;
  }
  .room.with-change {
    --_lines: 3;
  }
  .columns {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    column-gap: 6px;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    font-variant-numeric: tabular-nums lining-nums;
    text-align: center;
    white-space: nowrap;
  }
  .shaft {
    position: relative;
    block-size: var(--_shaft);
    margin-inline: -3px;
    border-block-end: 1px solid var(--ma-line);
  }
  .shaft > * {
    position: absolute;
    inset-inline: 3px;
    inset-block-end: 0;
  }
  .shaft b {
    inset-inline: -6px;
    inset-block-end: calc((100% - 20px) * var(--at) + 4px);
    font-weight: var(--ma-strong);
  }
  .ink {
    block-size: calc((100% - 20px) * var(--at));
    border-block-start: 2px solid var(--ma-graph);
    background: linear-gradient(var(--ma-bar), color-mix(in oklab, var(--ma-bar) 45%, var(--ma-surface)));
  }
  .was {
    block-size: calc((100% - 20px) * var(--at));
    border-block-start: 1.5px dashed var(--ma-compare);
  }
  .others .ink {
    border-color: var(--ma-faint);
    background: var(--ma-bone);
  }
  .bones .ink {
    border-color: transparent;
    background: var(--ma-bone);
  }
  .class,
  .count {
    display: block;
    block-size: var(--ma-line-s);
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ma-muted);
  }
  .class {
    margin-block-start: 6px;
  }
  .class .bone {
    inline-size: 60%;
    block-size: 10px;
    margin: 3px auto;
  }
  .twin {
    position: absolute;
    inset: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .twin:focus-visible {
    outline-offset: -2px;
  }
  .room > .message {
    min-block-size: inherit;
  }
  @container (max-width: 479px) {
    .frame > * {
      --_shaft: var(--ma-distribution-height-narrow, 160px);
    }
    .room.with-columns {
      --_lines: 1;
    }
    .columns {
      column-gap: 3px;
      font-size: 11px;
    }
    .shaft {
      margin-inline: -1.5px;
    }
    .shaft > * {
      inset-inline: 1.5px;
    }
    .count {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .ink {
      background: none;
      border: 1px solid Highlight;
      border-block-end: 0;
      border-block-start-width: 3px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .ink {
      transition: block-size var(--ma-motion) ease-out;
    }
  }
`;
