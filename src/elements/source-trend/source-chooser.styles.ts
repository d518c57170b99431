import { css } from 'lit';

/** The look of the list in which sources are chosen. */
export const sourceChooserStyles = css`
  .chooser {
    inline-size: min(300px, 100vw - 16px);
    line-height: 20px;
  }
  .chooser .search {
    position: relative;
    display: block;
    padding: 12px 12px 0;
  }
  .search .icon {
    position: absolute;
    inset-block-start: 20px;
    inset-inline-start: 22px;
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
  .chooser .scroll {
    max-block-size: min(308px, var(--room) - 104px);
    padding: 8px 12px;
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
  .option:has(:disabled) {
    color: var(--ma-muted);
  }
  .option input {
    flex: none;
    margin: 0;
    inline-size: 14px;
    block-size: 14px;
    accent-color: var(--ma-accent-fill);
  }
  .option .name {
    flex: 1;
  }
  .option-bone {
    block-size: 12px;
    margin-block: 8px;
  }
  .says {
    padding-block: 4px 8px;
    color: var(--ma-muted);
  }
  .ends-with {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 8px 12px;
    border-block-start: 1px solid var(--ma-hairline);
    font-size: var(--ma-size-s);
  }
  .ends-with .button:disabled {
    color: var(--ma-muted);
    opacity: 0.7;
    background: none;
  }
  .chooser .muted {
    color: var(--ma-muted);
  }
`;
