import { css } from 'lit';

/** The look of what turns over the parts of a list, in the foot; under the table where it has no foot. */
export const pagingStyles = css`
  .body > .paging {
    justify-content: flex-end;
    margin: 8px 0 0;
    font-size: var(--ma-size-s);
  }
  .paging {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-inline-end: var(--ma-2);
    color: var(--ma-text);
  }
  .span {
    padding-inline: 4px;
  }
  .step {
    display: grid;
    place-items: center;
    inline-size: min(28px, var(--ma-row) - 2px);
    block-size: min(28px, var(--ma-row) - 2px);
    border-radius: var(--ma-radius-s);
  }
  .step:hover {
    background: var(--ma-hover);
  }
  .step[aria-disabled] {
    color: var(--ma-faint);
    opacity: 0.5;
    background: none;
  }
  .step:focus-visible {
    outline-offset: -2px;
  }

  @container (max-width: 479px) {
    .paging {
      margin-inline-end: 0;
    }
  }
  @media (forced-colors: active) {
    .step[aria-disabled] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
