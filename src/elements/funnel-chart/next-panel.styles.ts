import { css } from 'lit';
import { barListStyles } from '../base/bar-list.styles.js';

/** The look of what those did who left after a step. */
export const nextPanelStyles = css`
  ${barListStyles}
  .next {
    margin-block-start: var(--ma-4);
    padding-block-start: var(--ma-3);
    border-block-start: 2px solid var(--ma-accent-fill);
  }
  .next header {
    display: flex;
    justify-content: space-between;
    gap: var(--ma-3);
    margin-block-end: var(--ma-2);
  }
  .next h3 {
    font-size: inherit;
    font-weight: var(--ma-strong);
  }
  .next .close {
    display: grid;
    flex: none;
  }
  .next .reply {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: var(--ma-3);
    padding-block: var(--ma-4);
    color: var(--ma-muted);
    min-block-size: 0;
  }
  .next .rest {
    margin-block-start: 6px;
    color: var(--ma-muted);
    font-size: var(--ma-size-s);
  }
`;
