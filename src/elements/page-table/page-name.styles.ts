import { css } from 'lit';

/** The look of the cell that holds a page's name, beside the name's own. */
export const pageNameStyles = css`
  .name {
    display: grid;
    justify-items: start;
    padding-block: 3px;
  }
  .lead:is(:hover, :focus-within) {
    z-index: 2;
  }
  .app {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
`;
