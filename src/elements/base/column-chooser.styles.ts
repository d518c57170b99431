import { css } from 'lit';

/** The look of a table's switches in its head, and of what chooses columns and order. */
export const columnChooserStyles = css`
  .tools {
    display: flex;
    gap: var(--ma-2);
    min-inline-size: 0;
  }
  .choose {
    block-size: 32px;
    font-size: inherit;
  }
  .choose[aria-expanded='true'] {
    background: var(--ma-hover);
  }
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
    .choose .word {
      display: none;
    }
    .choose {
      padding-inline: 7px;
    }
  }
`;
