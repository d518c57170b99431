import { css } from 'lit';

/** The look of a state's message, centred in the room of the picture that it stands for. */
export const messageStyles = css`
  .message {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    min-block-size: 100%;
    padding: 8px;
    text-align: center;
    text-wrap: balance;
  }
  .message > .icon {
    inline-size: 20px;
    block-size: 20px;
    color: var(--ma-faint);
    margin-block-end: 4px;
  }
  .message.alert > .icon {
    color: var(--ma-down);
  }
  .message .title {
    font-weight: var(--ma-strong);
  }
  .message .hint {
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    color: var(--ma-muted);
    max-inline-size: 320px;
    overflow-wrap: anywhere;
  }
  .message .button {
    margin-block-start: 8px;
  }
  code {
    font:
      12px / 16px ui-monospace,
      'SF Mono',
      SFMono-Regular,
      Menlo,
      Consolas,
      'Liberation Mono',
      monospace;
    color: var(--ma-text);
  }
  .copy {
    color: var(--ma-accent-text);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  .copy[data-copied]::after {
    content: ' ✓';
  }
`;
