import { css } from 'lit';

/** Legend, switch, canvases, and names at the ends of the lines. */
export const stageStyles = css`
  @container (max-width: 759px) {
    .head .more-keys {
      order: 2;
    }
  }
  .legend li {
    display: flex;
    min-inline-size: 0;
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    max-inline-size: 260px;
    white-space: nowrap;
  }
  button.key {
    margin: -4px -6px;
    padding: 4px 6px;
    border: 0;
    border-radius: var(--ma-radius-s);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button.more-keys {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
  button.key:hover {
    background: var(--ma-hover);
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .figure {
    color: var(--ma-text);
    font-weight: var(--ma-strong);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .swatch {
    flex: none;
    inline-size: 18px;
    block-size: 8px;
    overflow: visible;
    fill: none;
    stroke: var(--line);
    stroke-width: 2;
  }
  .swatch.dashed {
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
  }
  .swatch circle {
    stroke-width: 1.5;
  }
  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }
  }

  .field {
    border-radius: var(--ma-radius-xs);
  }
  .field:focus-visible {
    outline-offset: 4px;
  }
  .aim {
    position: relative;
    touch-action: pan-y pinch-zoom;
    cursor: crosshair;
  }
  .aim canvas {
    display: block;
  }
  .cells {
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: var(--ma-3) 24px;
  }
  .cell {
    position: relative;
    margin: 0;
    min-inline-size: 0;
  }
  .cell figcaption {
    display: flex;
    align-items: baseline;
    gap: 6px;
    min-inline-size: 0;
    padding-block: 4px;
    border-block-start: 1px solid var(--ma-text);
    color: var(--ma-muted);
  }
  .cell figcaption .name {
    color: var(--ma-text);
  }
  /* names at the ends of the lines */
  .ends {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--at);
    inset-inline-end: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .ends li {
    position: absolute;
    inset-block-start: var(--y);
    inset-inline-start: 8px;
    translate: 0 -50%;
    line-height: var(--ma-line-s);
  }
  .ends .key {
    max-inline-size: none;
    color: var(--ma-text);
  }
  .ends .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--line);
    forced-color-adjust: none;
  }
  .nothing-shown {
    display: grid;
    place-content: center;
    block-size: 100%;
    color: var(--ma-muted);
  }
`;
