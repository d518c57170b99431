import { css } from 'lit';

/** The wide form of rows: figures in columns, what is lost on the way hatched. */
export const wideRows = css`
  @container steps (min-width: 600px) and (width < 40em) {
    .step {
      grid-template-columns: minmax(96px, 22%) minmax(0, 1fr) minmax(84px, auto) 96px 56px;
      column-gap: 16px;
      padding: 0;
    }
    .step > * {
      order: 0;
    }
    .name {
      grid-area: 1 / 1;
    }
    .narrowed {
      grid-area: 2 / 1;
      align-self: start;
    }
    .users {
      grid-area: 1 / 3;
      font-weight: var(--ma-strong);
    }
    .of {
      grid-area: 1 / 4;
      text-align: end;
      white-space: nowrap;
    }
    .of-before {
      display: block;
      grid-area: 1 / 5;
      text-align: end;
    }
    .picture {
      grid-area: 1 / 2 / span 2 / auto;
      block-size: auto;
      min-block-size: 28px;
      margin: 0;
      background: none;
      align-self: stretch;
    }
    .step:not(:last-child) .picture:not(.groups) {
      min-block-size: 72px;
    }
    .picture > .bar,
    .was {
      block-size: 28px;
    }
    .gap {
      display: block;
      position: absolute;
      inset-block: 28px 0;
      inset-inline: 0;
    }
    .gap::before,
    .gap::after {
      content: '';
      position: absolute;
      inset: 0;
      background: var(--ma-wash);
      clip-path: polygon(0 0, calc(var(--at) * 100%) 0, calc(var(--next) * 100%) 100%, 0 100%);
    }
    .gap::after {
      background: repeating-linear-gradient(135deg, var(--ma-faint) 0 1px, transparent 1px 5px);
      clip-path: polygon(calc(var(--at) * 100%) 0, calc(var(--at) * 100%) 100%, calc(var(--next) * 100%) 100%);
    }
    .worst .gap::after {
      background: repeating-linear-gradient(135deg, var(--ma-down) 0 1px, transparent 1px 4px);
    }
    .passage,
    .worst .passage {
      grid-area: 2 / 3 / auto / -1;
      flex-direction: column;
      align-items: flex-end;
      gap: 0;
      margin: 0;
      padding: 0 0 8px;
      border: 0;
      text-align: end;
    }
    .can:hover .picture,
    .chosen .picture {
      background: none;
      box-shadow: none;
    }
    .can:hover {
      background: var(--ma-sunken);
    }
    .chosen,
    .chosen:hover {
      background: var(--ma-selected);
    }
    .chosen::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: -8px;
      inline-size: 2px;
      background: var(--ma-accent-fill);
    }
  }
`;

/** The form of columns, where each has its least width: an em of the box around is a fortieth of what they all need. */
export const columns = css`
  @container steps (min-width: 40em) {
    .steps {
      --_height: var(--ma-funnel-height, 200px);
      --_bar: min(112px, (100cqi - 112px) / (var(--n) - 1) * 0.42);
      display: flex;
    }
    .step {
      flex: 1 1 0;
      min-inline-size: 0;
      display: block;
      padding: 0;
    }
    .step:last-child {
      flex: 0 0 112px;
    }
    .step:last-child > span {
      padding-inline-end: 0;
    }
    .step > span {
      display: block;
      padding-inline-end: 8px;
    }
    .step > .of {
      padding-inline-end: 0;
      white-space: nowrap;
    }
    .narrowed {
      min-block-size: var(--_narrowed, 0);
    }
    .users {
      font-size: 20px;
      font-weight: var(--ma-strong);
      line-height: 28px;
      letter-spacing: calc(var(--ma-tracking) * 0.7);
      font-variant-numeric: proportional-nums lining-nums;
      text-align: start;
    }
    .users small {
      letter-spacing: 0;
    }
    .step > .of-before {
      display: none;
    }
    .picture {
      block-size: var(--_height);
      margin: 12px 0 0;
      background: none;
      border-block-end: 1px solid var(--ma-line);
    }
    .can:hover .picture {
      background: var(--ma-sunken);
    }
    .chosen .picture,
    .can.chosen:hover .picture {
      background: var(--ma-selected);
    }
    .picture > .bar,
    .was {
      position: absolute;
      inset-block: auto 0;
      inset-inline-start: 0;
      inline-size: var(--_bar);
      block-size: calc(var(--at) * 92%);
      border: 0;
      border-block-start: 2px solid var(--ma-graph);
    }
    .was {
      border-block-start: 1.5px dashed var(--ma-compare);
    }
    .slope {
      display: block;
      position: absolute;
      inset-block: 0;
      inset-inline: var(--_bar) 0;
      inline-size: calc(100% - var(--_bar));
      block-size: 100%;
    }
    .flag {
      display: block;
      position: absolute;
      inset-inline-end: 0;
      inset-block-start: max(0px, 8% + (1 - var(--at)) * 92% - 26px);
      padding: 1px 6px;
      border: 1px solid color-mix(in oklab, var(--ma-down) 45%, transparent);
      border-radius: var(--ma-radius-xs);
      background: var(--ma-surface);
      color: var(--ma-down);
      font-size: var(--ma-size-s);
      line-height: var(--ma-line-s);
    }
    .flag::first-letter {
      text-transform: uppercase;
    }
    .passage,
    .worst .passage {
      display: block;
      position: relative;
      inline-size: 100%;
      min-block-size: calc(var(--ma-line-s) * 3);
      margin: 12px 0 0 0;
      margin-inline-start: var(--_bar);
      padding: 0;
      padding-inline-end: 12px;
      border: 0;
    }
    .times > span {
      white-space: normal;
    }
    .mark {
      position: absolute;
      clip-path: inset(50%);
    }

    .grouped .step:last-child {
      flex: 1 1 0;
    }
    .grouped .passage {
      margin-inline-start: 0;
    }
    .groups {
      display: flex;
      align-items: flex-end;
      gap: 4px;
      padding-inline-end: 16px;
    }
    .group {
      position: relative;
      display: block;
      flex: 1 1 0;
      max-inline-size: 48px;
      block-size: calc(var(--at) * 92%);
    }
    .group .bar {
      inline-size: auto;
      block-size: 100%;
      border: 0;
      border-block-start: 2px solid var(--_ink);
    }
    .group-name {
      display: none;
    }
    .group-rate {
      position: absolute;
      inset-inline: -4px;
      inset-block-end: 100%;
      font-size: 11px;
      text-align: center;
    }
  }
`;
