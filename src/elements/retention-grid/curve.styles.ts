import { css } from 'lit';

/** The look of the curves. */
export const curveStyles = css`
  .curve {
    padding-block: 12px 44px;
    padding-inline: 68px 28px;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .plot {
    position: relative;
    block-size: 100%;
    touch-action: pan-y;
  }
  .plot > * {
    position: absolute;
    inset-inline-start: var(--x, 0);
    inset-block-start: var(--y, 0);
    pointer-events: none;
  }
  .plot svg {
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .frame:dir(rtl) .plot svg {
    transform: scaleX(-1);
  }
  .plot path {
    fill: none;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .plot .wash {
    fill: var(--ma-wash);
  }
  .plot .thin {
    stroke: var(--ma-faint);
    stroke-opacity: 0.34;
    stroke-width: 1;
  }
  .plot .ink {
    stroke: var(--ma-graph);
    stroke-width: 1.75;
  }
  .plot path.chosen {
    stroke: var(--ma-text);
    stroke-width: 1.5;
  }
  .plot > .line {
    inset-inline: -24px -12px;
    block-size: 1px;
    background: var(--ma-hairline);
  }
  .plot > .line.ground {
    background: var(--ma-line);
  }
  .plot > .level {
    inset-inline: auto calc(100% + 36px);
    translate: 0 -50%;
    color: var(--ma-muted);
  }
  .plot > .period {
    inset-block-start: calc(100% + 8px);
    translate: -50%;
    color: var(--ma-muted);
    text-align: center;
    white-space: nowrap;
  }
  .period b {
    display: block;
    color: var(--ma-text);
    font-weight: var(--ma-strong);
  }
  .frame:dir(rtl) .plot > .period {
    translate: 50%;
  }
  .plot > .never {
    display: none;
  }
  .dot {
    inline-size: 7px;
    block-size: 7px;
    margin: -3.5px;
    border-radius: 50%;
    background: var(--ma-graph);
    box-shadow: 0 0 0 2px var(--ma-surface);
  }
  .dot.told {
    inline-size: 9px;
    block-size: 9px;
    margin: -4.5px;
    background: var(--ma-text);
  }
  i.sample {
    inline-size: 18px;
    margin-inline-end: 6px;
    block-size: 1px;
    background: var(--ma-faint);
  }
  i.ink {
    block-size: 2px;
    background: var(--ma-graph);
  }
  @container (max-width: 599px) {
    .plot > .wide {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .plot :is(path, i),
    .sample {
      forced-color-adjust: none;
    }
  }
`;
