import { css } from 'lit';

/** The look of a change in a table: its arrow alone is coloured, the figure stays ink. */
export const growthMarkStyles = css`
  .growth {
    display: inline-flex;
    align-items: baseline;
    gap: 2px;
    white-space: nowrap;
  }
  .growth svg {
    flex: none;
    align-self: center;
    inline-size: 10px;
    block-size: 10px;
    fill: none;
    stroke: var(--ma-muted);
    stroke-width: 1.3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .growth.good svg {
    stroke: var(--ma-up);
  }
  .growth.bad svg {
    stroke: var(--ma-down);
  }
  @media (forced-colors: active) {
    .growth {
      --ma-up: CanvasText;
      --ma-down: CanvasText;
    }
  }
`;
