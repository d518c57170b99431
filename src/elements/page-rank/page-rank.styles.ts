import { css } from 'lit';

/** The look of a rank of pages beside that of its list. */
export const pageRankStyles = css`
  .body {
    padding-block: 0 var(--ma-3);
  }
  .of-app {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  .app {
    flex: none;
    max-inline-size: 40%;
    overflow: hidden;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
    text-overflow: ellipsis;
  }
`;
