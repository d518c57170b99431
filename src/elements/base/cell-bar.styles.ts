import { css } from 'lit';

/** The look of a table's main number with the bar behind it. */
export const cellBarStyles = css`
  th.main,
  td.main {
    position: relative;
    min-inline-size: calc(168px + var(--ma-4));
    padding-inline-end: 8px;
  }

  /* Ink over wash behind the number; with a lane, a bar beside it */
  .track {
    position: absolute;
    inset-block: 4px;
    inset-inline-start: var(--ma-4);
    inline-size: max(var(--ma-theme-lane, 0px), 100% - var(--ma-4) - var(--ma-theme-lane, 0px) * 1000);
    display: flex;
    align-items: center;
  }
  .bar {
    display: block;
    min-inline-size: 1px;
    block-size: max(8px, 100% - var(--ma-theme-lane, 0px) * 1000);
    background: var(--ma-bar);
    border-block-end: clamp(2px, var(--ma-theme-lane, 0px) * 1000, 8px) solid var(--ma-graph);
  }

  @media (prefers-reduced-motion: no-preference) {
    .bar {
      transition: inline-size var(--ma-motion) ease-out;
    }
  }
`;
