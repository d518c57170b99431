import { css } from 'lit';

/** The look that small forms in a popover share: days, a filter. */
export const popoverFormStyles = css`
  .editor {
    inline-size: min(320px, 100vw - 16px);
  }
  form.scroll {
    padding: 16px;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .field {
    display: block;
    flex: 1 1 132px;
    min-inline-size: 0;
  }
  .field > span:first-child {
    display: block;
    margin-block-end: 6px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
  }
  .field :is(input, select) {
    inline-size: 100%;
    block-size: 36px;
    padding-inline: 10px;
    border: 1px solid var(--ma-control);
    border-radius: var(--ma-radius-s);
    background: var(--ma-surface);
    color: inherit;
    font: inherit;
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-block-start: 12px;
  }
  .apply,
  .apply:hover {
    block-size: 32px;
    padding-inline: 14px;
    border-color: transparent;
    background: var(--ma-accent-fill);
    color: var(--ma-on-accent);
    font-size: inherit;
  }
  .apply[aria-disabled='true'] {
    border-color: var(--ma-line);
    background: none;
    color: var(--ma-muted);
  }
`;
