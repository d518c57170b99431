import { css } from 'lit';

/** The look of an overview beside that of all tables: growth between muted numbers, a mark between low and high. */
export const overviewTableStyles = css`
  .frame {
    --_max-height: none;
  }
  :is(th, td).lead {
    inline-size: 30%;
    min-inline-size: 136px;
  }
  .name {
    margin: -4px;
    padding: 4px;
    border-radius: var(--ma-radius-xs);
    text-align: start;
  }
  .name:hover {
    color: var(--ma-accent-text);
  }
  .of {
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  tbody .main {
    font-weight: var(--ma-strong);
  }
  tbody .before {
    color: var(--ma-muted);
  }
  .change {
    padding-inline-start: var(--ma-3);
  }
  tbody .change {
    font-size: var(--ma-size-s);
  }
  /* only the arrow is coloured: a column of coloured figures shouts */
  .growth {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    white-space: nowrap;
  }
  .growth svg {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .good svg {
    color: var(--ma-up);
  }
  .bad svg {
    color: var(--ma-down);
  }
  .flat svg,
  .flat bdi {
    color: var(--ma-muted);
  }
  .span {
    inline-size: 96px;
    min-inline-size: 96px;
    padding-inline-start: var(--ma-5);
    white-space: nowrap;
  }
  .track {
    position: relative;
    display: block;
    inline-size: 100%;
    block-size: 2px;
    background: var(--ma-line);
  }
  .track i {
    position: absolute;
    inset-inline-start: var(--at);
    inset-block: -5px;
    inline-size: 2px;
    margin-inline-start: -1px;
    background: var(--ma-text);
  }

  @container (max-width: 959px) {
    .before {
      display: none;
    }
  }
  @container (max-width: 559px) {
    tr > .main {
      text-align: end;
    }
    tbody tr > :is(.lead, .main) {
      margin-block-end: 4px;
    }
    tr > .change {
      padding: 0;
    }
    tr > .span {
      grid-column: 1 / -1;
      inline-size: auto;
      padding: 12px 0 6px;
    }
  }
  @media (forced-colors: active) {
    .good,
    .bad {
      --ma-up: CanvasText;
      --ma-down: CanvasText;
    }
    .track,
    .track i {
      forced-color-adjust: none;
      background: GrayText;
    }
    .track i {
      background: CanvasText;
    }
  }
`;
