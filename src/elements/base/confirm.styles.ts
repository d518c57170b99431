import { css } from 'lit';

/** The look of a question that has to be answered. */
export const confirmStyles = css`
  dialog.confirm {
    inline-size: min(400px, 100vw - 32px);
    max-block-size: calc(100vh - 32px);
    padding: 20px;
    border: 0;
    border-radius: var(--ma-radius);
    background: var(--ma-raised);
    box-shadow: var(--ma-shadow);
    color: var(--ma-text);
    font-size: var(--ma-size);
    text-align: start;
  }
  dialog.confirm::backdrop {
    background: rgb(12 16 28 / 0.32);
  }
  .confirm h3 {
    font-size: inherit;
    font-weight: var(--ma-strong);
    overflow-wrap: anywhere;
  }
  .confirm .text {
    margin-block-start: 4px;
    color: var(--ma-muted);
    overflow-wrap: anywhere;
  }
  .confirm .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 20px;
  }
  .confirm .danger,
  .confirm .danger:hover {
    background: var(--ma-down);
    color: var(--ma-surface);
  }
  @media (forced-colors: active) {
    dialog.confirm {
      border: 1px solid CanvasText;
    }
  }
`;
