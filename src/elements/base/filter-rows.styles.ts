import { css } from 'lit';

/** The look of filters in a row. */
export const filterRowsStyles = css`
  .chip {
    display: inline-flex;
    min-inline-size: 0;
    max-inline-size: min(320px, 100%);
    border: 1px solid var(--ma-line);
    border-radius: var(--ma-radius-s);
    background: var(--ma-selected);
  }
  .chip .pick {
    block-size: calc(var(--ma-row) - 2px);
    padding-inline-end: 4px;
    border: 0;
    background: none;
  }
  .frame .chip .tool {
    display: grid;
    align-self: center;
    flex: none;
    margin-inline-end: 4px;
  }
  .add {
    border-style: dashed;
  }
`;
