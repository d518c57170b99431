import { css } from 'lit';

/** The look of two versions of a funnel. */
export const versionsStyles = css`
  .conflict {
    padding: 12px;
    border-inline-start: 2px solid var(--ma-warn);
    background: var(--ma-warn-tint);
  }
  .conflict h3 {
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  .versions {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px 16px;
    margin-block-start: 8px;
    font-size: var(--ma-size-s);
    line-height: var(--ma-line-s);
    overflow-wrap: anywhere;
  }
  .versions h4 {
    margin: 0 0 4px;
    color: var(--ma-muted);
    font-weight: 400;
  }
  .versions ol {
    margin: 4px 0;
    padding-inline-start: 18px;
  }
  .versions .button {
    justify-self: start;
    block-size: auto;
    min-block-size: 32px;
    white-space: normal;
  }
`;
