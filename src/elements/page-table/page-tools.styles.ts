import { css } from 'lit';

/** The look of what finds, sorts, chooses and turns over the parts of the list. */
export const pageToolsStyles = css`
  .tools {
    display: flex;
    gap: var(--ma-2);
    min-inline-size: 0;
  }
  .search {
    position: relative;
    display: block;
    inline-size: 220px;
    min-inline-size: 0;
  }
  .search .icon {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 10px;
    color: var(--ma-muted);
    pointer-events: none;
  }
  .search input {
    appearance: none;
    inline-size: 100%;
    block-size: 32px;
    padding-inline: 34px 8px;
    border: 1px solid var(--ma-control);
    border-radius: var(--ma-radius-s);
    background: var(--ma-surface);
    color: inherit;
    font: inherit;
  }
  .search input::placeholder {
    color: var(--ma-muted);
    opacity: 1;
  }
  .search input:disabled {
    opacity: 0.6;
  }
  .choose {
    block-size: 32px;
    font-size: inherit;
  }
  .choose[aria-expanded='true'] {
    background: var(--ma-hover);
  }
  /* Parts of the list, in the foot */
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

  /* Choosing columns and order */
  .chooser {
    inline-size: min(260px, 100vw - 16px);
  }
  .chooser .scroll {
    padding: 12px;
  }
  fieldset {
    margin: 0 0 12px;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 4px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    margin-inline: -6px;
    padding-inline: 6px;
    border-radius: var(--ma-radius-s);
  }
  .option:hover {
    background: var(--ma-hover);
  }
  .option input {
    margin: 0;
    inline-size: 14px;
    block-size: 14px;
    accent-color: var(--ma-accent-fill);
  }
  .button:disabled {
    color: var(--ma-muted);
    opacity: 0.7;
    background: none;
  }
  .sorter {
    display: none;
    gap: 8px;
    align-items: end;
    margin-block-end: 12px;
  }
  .sorter label {
    flex: 1;
    min-inline-size: 0;
  }
  .sorter label span {
    display: block;
    margin-block-end: 4px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .sorter select {
    inline-size: 100%;
    block-size: 28px;
    border: 1px solid var(--ma-control);
    border-radius: var(--ma-radius-s);
    background: var(--ma-surface);
    color: inherit;
    font: inherit;
    font-size: var(--ma-size-s);
  }

  @container (max-width: 719px) {
    .tools {
      flex: 1 1 220px;
    }
    .search {
      flex: 1;
      inline-size: auto;
    }
    .choose .word {
      display: none;
    }
    .choose {
      padding-inline: 7px;
    }
    .sorter {
      display: flex;
    }
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
