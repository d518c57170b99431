import { css } from 'lit';

/** The look of what lies in a card, in a sheet of its own or beside others; every state has the same height. */
export const cardFaceStyles = css`
  .label {
    display: flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    min-block-size: 20px;
    line-height: 20px;
    color: var(--ma-muted);
  }
  .label h2,
  .label .choose {
    font-size: inherit;
    font-weight: inherit;
    line-height: inherit;
    text-align: start;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .choose::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--ma-radius);
  }
  .choose:focus-visible {
    outline: none;
  }
  .choose:focus-visible::after {
    outline: 2px solid var(--ma-accent-fill);
    outline-offset: -2px;
  }
  .about-button {
    position: relative;
    z-index: 1;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin-block: -2px;
    margin-inline: auto -2px;
    border-radius: 50%;
    color: var(--ma-faint);
    transition: background-color var(--ma-motion) ease-out;
  }
  .about-button .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .about-button:hover,
  .about-button[aria-expanded='true'] {
    color: var(--ma-accent-text);
    background: var(--ma-selected);
  }
  .value {
    display: flow-root;
    block-size: var(--ma-line-l);
    margin-block-start: 2px;
    font-size: var(--ma-size-l);
    line-height: var(--ma-line-l);
    font-weight: var(--ma-strong);
    letter-spacing: var(--ma-tracking);
    font-variant-numeric: proportional-nums lining-nums;
    white-space: nowrap;
  }
  .value .unit {
    font-size: 15px;
    line-height: 1;
    font-weight: 400;
    letter-spacing: 0;
    color: var(--ma-muted);
    margin-inline: 3px;
    white-space: pre;
  }
  .value .unit.first {
    margin-inline-start: 0;
  }
  .value.none {
    color: var(--ma-muted);
    font-weight: 400;
  }
  .tight {
    display: none;
  }
  .below {
    flex: 1;
    min-block-size: calc(var(--ma-spark) + 50px);
  }
  .spark {
    position: relative;
    block-size: var(--ma-spark);
    margin-block: 8px 10px;
    margin-inline: 2px 4px;
    color: var(--ma-faint);
  }
  .spark svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .frame:dir(rtl) .spark svg {
    transform: scaleX(-1);
  }
  .spark path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.25;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .spark .running {
    stroke-dasharray: 2 4;
  }
  .spark .end {
    position: absolute;
    inline-size: 5px;
    block-size: 5px;
    margin: -2.5px;
    border-radius: 50%;
    background: currentColor;
  }
  .spark .end.open {
    inline-size: 7px;
    block-size: 7px;
    margin: -3.5px;
    border: 1.5px solid currentColor;
    background: var(--ma-surface);
  }
  .spark.bone {
    block-size: 2px;
    margin-block: calc(8px + var(--ma-spark) / 2 - 1px) calc(9px + var(--ma-spark) / 2);
  }
  .growths {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 4px;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .growths > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    min-inline-size: 0;
    position: relative;
  }
  .growths dt {
    color: var(--ma-muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .growth {
    display: flex;
    align-items: center;
    gap: 2px;
    block-size: 16px;
    white-space: nowrap;
    color: var(--ma-muted);
  }
  .growth svg {
    inline-size: 10px;
    block-size: 10px;
    margin-inline-start: -2px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .growth.good {
    color: var(--ma-up);
  }
  .growth.bad {
    color: var(--ma-down);
  }
  .growths .bone {
    block-size: 10px;
    inline-size: 40px;
    max-inline-size: 80%;
    margin-block: 3px;
  }
  .growths .bone.short {
    inline-size: 28px;
  }
  .note {
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    color: var(--ma-muted);
    text-wrap: pretty;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .below > .note:first-child {
    margin-block-start: 8px;
    -webkit-line-clamp: 4;
  }
  .says:not(:has(.does > *)) > .note {
    -webkit-line-clamp: 3;
  }
  .label-bone {
    inline-size: 72px;
    block-size: 10px;
    margin-block: 5px;
  }
  .value-bone {
    inline-size: min(96px, 70%);
    block-size: 24px;
    margin-block: 6px;
  }
  .says {
    padding-block-start: 6px;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .says .title {
    font-weight: var(--ma-strong);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .does {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    margin-block-start: 4px;
    white-space: nowrap;
    overflow: hidden;
    color: var(--ma-muted);
  }
  .does:not(:has(*)) {
    display: none;
  }
  .does button {
    position: relative;
    z-index: 1;
  }
  .does p {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  @container (max-width: 199px) {
    .body {
      padding-inline: var(--ma-3);
    }
    .foot {
      padding-inline-start: var(--ma-3);
    }
    .value {
      font-size: calc(var(--ma-size-l) - 4px);
    }
    .growths {
      grid-auto-columns: auto;
      justify-content: space-between;
    }
    .growth {
      gap: 0;
    }
  }
  @container (max-width: 159px) {
    .roomy {
      display: none;
    }
    .tight {
      display: inline;
    }
    .body {
      padding-inline: 10px;
    }
    .foot {
      padding-inline: 10px 4px;
      gap: 2px;
      font-size: 11px;
    }
    .growths {
      gap: 3px;
      font-size: 11px;
    }
    .growth svg {
      inline-size: 8px;
      block-size: 8px;
    }
  }
  @media (forced-colors: active) {
    .spark .end {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .spark .end.open {
      border-color: CanvasText;
      background: Canvas;
    }
    .spark.bone {
      border-block-end: 0;
    }
    :host([selected]) .frame::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
