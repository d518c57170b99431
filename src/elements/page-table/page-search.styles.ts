import { css } from 'lit';

/** The look of what finds pages. */
export const pageSearchStyles = css`
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

  @container (max-width: 719px) {
    .tools {
      flex: 1 1 220px;
    }
    .search {
      flex: 1;
      inline-size: auto;
    }
  }
`;
