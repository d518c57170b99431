import { css } from 'lit';

/** The look of a drop-down's button. */
export const dropDownStyles = css`
  .pick {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    max-inline-size: 100%;
    block-size: var(--ma-row);
    padding-inline: 12px 10px;
    border: 1px solid var(--ma-line);
    border-radius: var(--ma-radius-s);
    background: var(--ma-surface);
    text-align: start;
    white-space: nowrap;
    transition: background-color var(--ma-motion) ease-out;
  }
  .pick:hover,
  .pick[aria-expanded='true'] {
    background: var(--ma-hover);
  }
  .pick > .icon {
    color: var(--ma-faint);
  }
  .pick .face {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  @media (pointer: coarse) {
    .pick {
      block-size: max(44px, var(--ma-row));
    }
  }
`;
