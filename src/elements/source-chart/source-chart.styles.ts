import { css } from 'lit';

/** The look of a chart of sources beside that of its list. */
export const sourceChartStyles = css`
  .head {
    flex-wrap: wrap;
    row-gap: var(--ma-2);
  }
  .head .titles {
    flex: 1 1 180px;
  }
  .context {
    min-block-size: var(--ma-line-s);
  }
  .context.lost {
    color: var(--ma-down);
  }
  .body {
    padding-block: var(--ma-2) var(--ma-3);
  }
  .switches {
    display: flex;
    align-items: center;
    gap: var(--ma-2);
  }
  .display {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border: 1px solid var(--ma-line);
    border-radius: var(--ma-radius-s);
    color: var(--ma-muted);
    transition: background-color var(--ma-motion) ease-out;
  }
  .display:is(:hover, [aria-expanded='true']) {
    background: var(--ma-hover);
    color: var(--ma-text);
  }
  @media (forced-colors: active) {
    .display[aria-expanded='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
